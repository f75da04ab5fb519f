<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Plays and other things said: who speaks, what, and what happens meanwhile. -->

  <xsl:template match="sp | spGrp | castList | castGroup | set | performance | prologue | epilogue | u | entry | entryFree"
    mode="part:final part:standing part:first part:numbered" as="element(Q{}div)">
    <div class="{local-name()}"><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></div>
  </xsl:template>

  <xsl:template match="speaker | castItem" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:element name="{if (f:is-in-block(.)) then 'span' else 'p'}" namespace="">
      <xsl:call-template name="part:block-content"/>
    </xsl:element>
  </xsl:template>

  <!-- A stage direction is a paragraph between speeches and among paragraphs, and a word in a line within them. -->
  <xsl:template match="stage" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:element name="{if (f:stands-in-line(.)) then 'span' else 'p'}" namespace="">
      <xsl:call-template name="part:block-content"/>
    </xsl:element>
  </xsl:template>

  <!-- Whether something is part of running text: within a block, or beside words that have no block of their own. -->
  <xsl:function name="f:stands-in-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:is-in-block($element) or exists($element/../text()[normalize-space()])"/>
  </xsl:function>

</xsl:transform>
