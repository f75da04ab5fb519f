<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    TEI of other houses nests as its own schema has it: a table in a highlight, a division in a paragraph, a name in a
    name. HTML would not, and a browser would take such a page apart. So the finished page is looked through,
    and only where something is amiss it is built again: what stands in a line and is no line becomes a span that
    the styles show as a block; a link to what is not on the page is none; an id is given once.
  -->

  <xsl:variable name="part:lines" as="map(xs:string, xs:boolean)" select="map:merge(
    ('p', 'span', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'em', 'strong', 'u', 'mark', 'sup', 'sub', 'abbr', 'time', 'cite',
     'code', 'pre', 'a', 'ins', 'del') ! map:entry(., true()))"/>
  <xsl:variable name="part:blocks" as="map(xs:string, xs:boolean)" select="map:merge(
    ('p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'blockquote', 'ol', 'ul', 'li', 'dl', 'dt', 'dd', 'table', 'tr', 'td',
     'th', 'pre', 'section') ! map:entry(., true()))"/>

  <xsl:function name="f:mended" as="element()">
    <xsl:param name="page" as="element()"/>
    <xsl:variable name="ids" as="attribute(id)*" select="$page//@id"/>
    <xsl:variable name="known" as="map(xs:string, xs:string)" select="map:merge(
      $ids ! map:entry(string(.), generate-id(.)), map { 'duplicates': 'use-first' })"/>
    <xsl:variable name="amiss" as="xs:boolean" select="
      count($ids) ne map:size($known)
      or exists($page//Q{}a[starts-with(@href, '#')][not(map:contains($known, substring(@href, 2)))])
      or exists($page//Q{}a/ancestor::Q{}a)
      or exists($page//*[map:contains($part:blocks, local-name())][map:contains($part:lines, local-name(..))])"/>
    <xsl:choose>
      <xsl:when test="not($amiss)"><xsl:sequence select="$page"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$page" mode="part:mended">
          <xsl:with-param name="known" tunnel="yes" select="$known"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:holds-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element//*[map:contains($part:blocks, local-name())])"/>
  </xsl:function>

  <xsl:template match="Q{}p | Q{}div | Q{}blockquote | Q{}ol | Q{}ul | Q{}li | Q{}dl | Q{}dt | Q{}dd | Q{}table | Q{}tr
    | Q{}td | Q{}th | Q{}pre | Q{}section | Q{}h1 | Q{}h2 | Q{}h3 | Q{}h4 | Q{}h5 | Q{}h6" mode="part:mended" as="element()">
    <xsl:param name="in-line" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="name" as="xs:string" select="
      if ($in-line) then 'span' else if (self::Q{}p and f:holds-block(.)) then 'div' else local-name()"/>
    <xsl:element name="{$name}" namespace="">
      <xsl:apply-templates select="if ($in-line) then @* except (@colspan, @rowspan, @scope) else @*" mode="#current"/>
      <xsl:if test="$in-line">
        <xsl:attribute name="class" select="string-join(('as-' || (
          if (local-name() = ('table', 'tr', 'td', 'th')) then local-name() else 'block'), @class), ' ')"/>
      </xsl:if>
      <xsl:apply-templates mode="#current">
        <xsl:with-param name="in-line" tunnel="yes" select="$in-line or map:contains($part:lines, $name)"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <!-- What can only stand in a line, or be a block that holds blocks. -->
  <xsl:template match="Q{}span | Q{}em | Q{}strong | Q{}u | Q{}mark | Q{}sup | Q{}sub | Q{}abbr | Q{}time | Q{}cite | Q{}code"
    mode="part:mended" as="element()">
    <xsl:param name="in-line" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="name" as="xs:string" select="
      if (self::Q{}span and not($in-line) and f:holds-block(.)) then 'div' else local-name()"/>
    <xsl:element name="{$name}" namespace="">
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:apply-templates mode="#current">
        <xsl:with-param name="in-line" tunnel="yes" select="$in-line or $name ne 'div'"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <!-- A link in a link, or to what is not on this page; one without words of its own has nothing to keep. -->
  <xsl:template match="Q{}a" mode="part:mended" as="element()?">
    <xsl:param name="known" as="map(*)" tunnel="yes"/>
    <xsl:variable name="leads" as="xs:boolean" select="
      empty(ancestor::Q{}a) and (not(starts-with(@href, '#')) or map:contains($known, substring(@href, 2)))"/>
    <xsl:choose>
      <xsl:when test="$leads">
        <a><xsl:apply-templates select="@* | node()" mode="#current"/></a>
      </xsl:when>
      <xsl:when test="node() or @data-label">
        <span><xsl:apply-templates select="(@* except (@href, @rel, @aria-label)) | node()" mode="#current"/></span>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@id" mode="part:mended" as="attribute()?">
    <xsl:param name="known" as="map(*)" tunnel="yes"/>
    <xsl:if test="$known(string(.)) eq generate-id(.)"><xsl:sequence select="."/></xsl:if>
  </xsl:template>

</xsl:transform>
