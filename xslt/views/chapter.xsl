<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  exclude-result-prefixes="#all">

  <!--
    A document as a chapter of the edition's e-book (EPUB 3.3): the reading view's own page, as XHTML, without what
    leads through a site.
  -->
  <xsl:function name="f:chapter" as="element(Q{http://www.w3.org/1999/xhtml}html)">
    <xsl:param name="page" as="element(Q{}html)"/>
    <xsl:variable name="article" as="element()?" select="$page//Q{}article[contains-token(@class, 'document')][1]"/>
    <xsl:variable name="ids" as="xs:string*" select="$article//@id/string()"/>
    <html xmlns="http://www.w3.org/1999/xhtml" lang="{$page/@lang}" xml:lang="{$page/@lang}">
      <head>
        <title><xsl:value-of select="($article//Q{}h1)[1]"/></title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body>
        <xsl:apply-templates select="$article" mode="part:chapter">
          <xsl:with-param name="ids" tunnel="yes" select="map:merge($ids ! map:entry('#' || ., true()))"/>
        </xsl:apply-templates>
      </body>
    </html>
  </xsl:function>

  <xsl:template match="*" mode="part:chapter" as="node()*">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:copy-of select="@*"/>
      <xsl:if test="@lang"><xsl:attribute name="xml:lang" select="@lang"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="Q{}nav | Q{}script | *[contains-token(@class, 'apparatus')] | *[contains-token(@class, 'conventions')]
    | *[contains-token(@class, 'to-top')] | *[contains-token(@class, 'notice')] | Q{}a[contains-token(@class, 'permalink')]
    | *[contains-token(@class, 'everywhere')] | Q{}details | *[contains-token(@class, 'more')]" mode="part:chapter" priority="2" as="node()*"/>

  <!-- A link within the chapter, or out into the world; what leads to another page of the site is plain text. -->
  <xsl:template match="Q{}a" mode="part:chapter" as="node()*">
    <xsl:param name="ids" as="map(*)" tunnel="yes"/>
    <xsl:variable name="leads" as="xs:boolean" select="map:contains($ids, string(@href)) or matches(@href, '^https?://')"/>
    <xsl:element name="{if ($leads) then 'a' else 'span'}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:copy-of select="if ($leads) then @* else @* except (@href, @rel, @type, @aria-label, @aria-current)"/>
      <xsl:if test="@lang"><xsl:attribute name="xml:lang" select="@lang"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

</xsl:transform>
