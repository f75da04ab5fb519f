<?xml version="1.0" encoding="UTF-8"?>
<!-- Fills in what is abstract, and keeps what is active in a phase. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:x-stet:function" xmlns:x-stet="urn:x-stet:place" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" exclude-result-prefixes="#all">

  <xsl:function name="f:expanded" as="element(sch:schema)">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:param name="asked" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="if ($asked = ('#DEFAULT', '')) then string(($schema/@defaultPhase, '#ALL')[1]) else $asked"/>
    <xsl:variable name="phase" as="element(sch:phase)?" select="$schema/sch:phase[@id = $name][1]"/>
    <xsl:variable name="lets" as="element(sch:let)*" select="$phase/sch:let"/>
    <sch:schema>
      <xsl:copy-of select="$schema/namespace::*"/>
      <xsl:namespace name="x-stet" select="'urn:x-stet:place'"/>
      <xsl:copy-of select="$schema/(@queryBinding | @x-stet:at)"/>
      <xsl:copy-of select="$schema/sch:ns, $schema/xsl:*, $schema/sch:let[not(@name = $lets/@name)], $lets"/>
      <xsl:for-each select="$schema/sch:pattern[not(@abstract = 'true' or @x-stet:out)][empty($phase) or @id = $phase/sch:active/@pattern]">
        <xsl:sequence select="f:pattern(.)"/>
      </xsl:for-each>
      <xsl:copy-of select="$schema/sch:diagnostics"/>
    </sch:schema>
  </xsl:function>

  <xsl:function name="f:pattern" as="element(sch:pattern)?">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:variable name="abstract" as="element(sch:pattern)?" select="$pattern/../sch:pattern[@abstract = 'true'][@id = $pattern/@is-a][1]"/>
    <!-- A parameter that an instance leaves out has the value that the abstract pattern gives it. -->
    <xsl:variable name="values" as="map(xs:string, xs:string)" select="map:merge(($pattern/sch:param, $abstract/sch:param) ! map { string(@name): string(@value) }, map { 'duplicates': 'use-first' })"/>
    <xsl:if test="$abstract or not($pattern/@is-a)">
      <sch:pattern>
        <xsl:copy-of select="$pattern/(@* except @is-a)"/>
        <xsl:apply-templates select="$abstract/(* except sch:param), $pattern/(* except sch:param)" mode="fill">
          <xsl:with-param name="values" tunnel="yes" select="$values"/>
        </xsl:apply-templates>
      </sch:pattern>
    </xsl:if>
  </xsl:function>

  <xsl:template match="@*" mode="fill" as="attribute()">
    <xsl:param name="values" tunnel="yes" as="map(xs:string, xs:string)"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="if (map:size($values) gt 0 and contains(., '$')) then f:filled(., $values) else string(.)"/>
  </xsl:template>

  <!-- A file's name may hold a “$”, which is no parameter. -->
  <xsl:template match="@x-stet:*" mode="fill" priority="1" as="attribute()"><xsl:copy/></xsl:template>

  <xsl:function name="f:filled" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$text" regex="\$([\i-[:]][\c-[:]]*)">
        <xsl:matching-substring><xsl:sequence select="($values(regex-group(1)), .)[1]"/></xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- What is abstract stands where it is used; what lacks the one thing that it is for is told elsewhere. -->
  <xsl:template match="sch:rule[@abstract = 'true' or not(@context)] | (sch:assert | sch:report)[not(@test)] | sch:value-of[not(@select)]" mode="fill" as="empty-sequence()"/>
  <xsl:template match="sch:title | sch:p | comment() | processing-instruction()" mode="fill" as="empty-sequence()"/>

  <xsl:template match="sch:extends[@rule]" mode="fill" as="node()*">
    <xsl:param name="within" tunnel="yes" as="element(sch:rule)*"/>
    <xsl:variable name="abstract" as="element(sch:rule)?" select="f:abstract-rule(.)"/>
    <!-- Rules that extend each other in a circle have no end. -->
    <xsl:if test="empty($within intersect $abstract)">
      <xsl:apply-templates select="$abstract/*" mode="fill">
        <xsl:with-param name="within" tunnel="yes" select="$within, $abstract"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:abstract-rule" as="element(sch:rule)?">
    <xsl:param name="extends" as="element(sch:extends)"/>
    <xsl:variable name="schema" as="element(sch:schema)" select="$extends/ancestor::sch:schema"/>
    <xsl:sequence select="($extends/ancestor::sch:pattern/sch:rule, $schema//sch:rule)[@abstract = 'true'][@id = $extends/@rule][1]"/>
  </xsl:function>
</xsl:stylesheet>
