<?xml version="1.0" encoding="UTF-8"?>
<!--
  Makes a stylesheet of a Schematron file. It writes, for each assertion that fails, a failed element: the
  assertion's id, the message, and which element it is about, counted in document order from 1.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:out="urn:x-stet:out" xmlns:f="urn:x-stet:function" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:mode name="compile" on-no-match="fail"/>
  <xsl:mode name="message" on-no-match="text-only-copy"/>

  <xsl:template match="/" mode="compile" as="element()">
    <xsl:apply-templates select="sch:schema" mode="compile"/>
  </xsl:template>

  <xsl:template match="sch:schema" mode="compile" as="element()">
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <!-- The prefixes that the rules use. -->
      <xsl:for-each select="sch:ns"><xsl:namespace name="{@prefix}" select="string(@uri)"/></xsl:for-each>
      <xsl:namespace name="f" select="'urn:x-stet:function'"/>
      <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
      <out:output method="xml" encoding="UTF-8"/>
      <out:mode name="check" on-no-match="fail"/>
      <xsl:for-each select="sch:pattern"><out:mode name="{f:mode(.)}" on-no-match="shallow-skip"/></xsl:for-each>
      <xsl:copy-of select="xsl:key | xsl:function"/>
      <xsl:apply-templates select="sch:let" mode="compile"/>
      <out:template match="/" mode="check" as="element()">
        <report>
          <xsl:for-each select="sch:pattern"><out:apply-templates select="/" mode="{f:mode(.)}"/></xsl:for-each>
        </report>
      </out:template>
      <out:function name="f:ordinal" as="xs:integer">
        <out:param name="node" as="node()"/>
        <out:variable name="element" as="element()?" select="$node/(self::*, self::document-node()/*, ..)[self::*][1]"/>
        <out:sequence select="count($element/(ancestor-or-self::* | preceding::*))"/>
      </out:function>
      <xsl:apply-templates select="sch:pattern/sch:rule" mode="compile"/>
    </out:stylesheet>
  </xsl:template>

  <!-- The first rule of a pattern that fits a node is the one that applies to it. -->
  <xsl:template match="sch:rule" mode="compile" as="element()">
    <out:template match="{@context}" mode="{f:mode(..)}" priority="{1 + count(following-sibling::sch:rule)}" as="element()*">
      <xsl:apply-templates select="../sch:let, sch:let, sch:assert, sch:report" mode="compile"/>
      <out:apply-templates select="@*, node()" mode="#current"/>
    </out:template>
  </xsl:template>

  <xsl:template match="sch:let" mode="compile" as="element()">
    <out:variable name="{@name}" as="item()*" select="{@value}"/>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" mode="compile" as="element()">
    <out:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
      <failed id="{(@id, ../@id, ../../@id)[1]}" ordinal="{{f:ordinal(.)}}">
        <xsl:apply-templates mode="message"/>
      </failed>
    </out:if>
  </xsl:template>

  <xsl:template match="text()" mode="message" as="element()">
    <out:text><xsl:value-of select="replace(., '\s+', ' ')"/></out:text>
  </xsl:template>
  <xsl:template match="sch:value-of" mode="message" as="element()"><out:value-of select="{@select}"/></xsl:template>
  <xsl:template match="sch:name" mode="message" as="element()"><out:value-of select="{(@path, 'name()')[1]}"/></xsl:template>

  <xsl:function name="f:mode" as="xs:string">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:sequence select="'pattern-' || (1 + count($pattern/preceding-sibling::sch:pattern))"/>
  </xsl:function>
</xsl:stylesheet>
