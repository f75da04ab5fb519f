<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes RELAX NG of an ODD that declares everything it uses: elements, attribute classes, macros, datatypes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:x-stet:function" xmlns="http://relaxng.org/ns/structure/1.0" expand-text="yes"
  xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:mode name="declare" on-no-match="fail"/>
  <xsl:mode name="pattern" on-no-match="fail"/>
  <xsl:mode name="document" on-no-match="fail"/>


  <xsl:template match="/" mode="declare" as="element()">
    <xsl:variable name="schema" as="element(schemaSpec)" select="//schemaSpec"/>
    <grammar datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes" ns="http://www.tei-c.org/ns/1.0">
      <xsl:namespace name="a">http://relaxng.org/ns/compatibility/annotations/1.0</xsl:namespace>
      <xsl:comment> Made from edition.odd by odd-to-rng.xsl. Do not edit. </xsl:comment>
      <start>
        <choice>
          <xsl:for-each select="tokenize($schema/@start)"><ref name="element.{.}"/></xsl:for-each>
        </choice>
      </start>
      <xsl:apply-templates select="$schema/(dataSpec | classSpec | macroSpec | elementSpec)" mode="declare"/>
    </grammar>
  </xsl:template>

  <xsl:template match="dataSpec" mode="declare" as="element()">
    <define name="data.{@ident}"><xsl:apply-templates select="content/*" mode="pattern"/></define>
  </xsl:template>

  <xsl:template match="macroSpec" mode="declare" as="element()">
    <define name="macro.{@ident}"><xsl:apply-templates select="content/*" mode="pattern"/></define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'atts']" mode="declare" as="element()">
    <define name="class.{@ident}"><xsl:apply-templates select="attList/attDef" mode="pattern"/></define>
  </xsl:template>

  <xsl:template match="elementSpec" mode="declare" as="element()">
    <define name="element.{@ident}">
      <element name="{@ident}">
        <xsl:apply-templates select="desc" mode="document"/>
        <xsl:apply-templates select="content/*" mode="pattern"/>
        <xsl:for-each select="classes/memberOf"><ref name="class.{@key}"/></xsl:for-each>
        <xsl:apply-templates select="attList/attDef" mode="pattern"/>
      </element>
    </define>
  </xsl:template>

  <!-- What an element or attribute is, for whoever edits with the grammar and for messages; as in TEI's own, its name in words comes first. -->
  <xsl:template match="desc" mode="document" as="element(a:documentation)">
    <a:documentation>{../gloss[1] ! ('(' || normalize-space() || ') ')}{normalize-space()}</a:documentation>
  </xsl:template>

  <!-- Attributes: one value, or with maxOccurs a list of values. -->
  <xsl:template match="attDef" mode="pattern" as="element()">
    <xsl:variable name="value" as="element()">
      <xsl:choose>
        <xsl:when test="valList[@type = 'closed']">
          <choice><xsl:for-each select="valList/valItem"><value type="token">{@ident}</value></xsl:for-each></choice>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="datatype/dataRef" mode="pattern"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="attribute" as="element()">
      <attribute name="{@ident}">
        <!-- An attribute without a prefix is in no namespace. -->
        <xsl:if test="not(contains(@ident, ':'))"><xsl:attribute name="ns"/></xsl:if>
        <xsl:apply-templates select="desc" mode="document"/>
        <xsl:choose>
          <xsl:when test="datatype/@maxOccurs = 'unbounded'">
            <list><oneOrMore><xsl:sequence select="$value"/></oneOrMore></list>
          </xsl:when>
          <xsl:otherwise><xsl:sequence select="$value"/></xsl:otherwise>
        </xsl:choose>
      </attribute>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@usage = 'req'"><xsl:sequence select="$attribute"/></xsl:when>
      <xsl:otherwise><optional><xsl:sequence select="$attribute"/></optional></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Content. -->
  <xsl:template match="textNode" mode="pattern" as="element()"><text/></xsl:template>
  <xsl:template match="empty" mode="pattern" as="element()"><empty/></xsl:template>
  <xsl:template match="dataRef[@key]" mode="pattern" as="element()"><ref name="data.{@key}"/></xsl:template>
  <xsl:template match="dataRef[@name]" mode="pattern" as="element()">
    <data type="{@name}">
      <xsl:if test="@restriction"><param name="pattern">{@restriction}</param></xsl:if>
    </data>
  </xsl:template>
  <xsl:template match="macroRef" mode="pattern" as="element()"><ref name="macro.{@key}"/></xsl:template>
  <xsl:template match="elementRef" mode="pattern" as="element()+">
    <xsl:variable name="once" as="element()"><ref name="element.{@key}"/></xsl:variable>
    <xsl:sequence select="f:repeated($once, .)"/>
  </xsl:template>
  <xsl:template match="sequence" mode="pattern" as="element()+">
    <xsl:variable name="once" as="element()"><group><xsl:apply-templates select="*" mode="pattern"/></group></xsl:variable>
    <xsl:sequence select="f:repeated($once, .)"/>
  </xsl:template>
  <xsl:template match="alternate" mode="pattern" as="element()+">
    <xsl:variable name="once" as="element()"><choice><xsl:apply-templates select="*" mode="pattern"/></choice></xsl:variable>
    <xsl:sequence select="f:repeated($once, .)"/>
  </xsl:template>

  <!-- The pattern as often as minOccurs and maxOccurs say. -->
  <xsl:function name="f:repeated" as="element()+">
    <xsl:param name="once" as="element()"/>
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="least" as="xs:integer" select="xs:integer(($spec/@minOccurs, 1)[1])"/>
    <xsl:variable name="most" as="xs:string" select="string(($spec/@maxOccurs, 1)[1])"/>
    <xsl:choose>
      <xsl:when test="$most = 'unbounded' and $least = 0"><zeroOrMore><xsl:sequence select="$once"/></zeroOrMore></xsl:when>
      <xsl:when test="$most = 'unbounded'">
        <xsl:for-each select="2 to $least"><xsl:sequence select="$once"/></xsl:for-each>
        <oneOrMore><xsl:sequence select="$once"/></oneOrMore>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="1 to $least"><xsl:sequence select="$once"/></xsl:for-each>
        <xsl:for-each select="$least + 1 to xs:integer($most)"><optional><xsl:sequence select="$once"/></optional></xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
