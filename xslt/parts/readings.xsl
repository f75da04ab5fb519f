<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Variants: the lemma stands in the text, and what other witnesses have in a note to it. -->

  <xsl:template match="app" mode="part:final part:standing part:first part:numbered" as="node()*">
    <xsl:apply-templates select="(lem, rdg, rdgGrp/(lem, rdg))[1]" mode="#current"/>
    <xsl:call-template name="part:note-mark">
      <xsl:with-param name="says" select="string-join(f:variants(.) ! f:plain(.), '; ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="lem | rdg" mode="part:final part:standing part:first part:numbered" as="element(Q{}span)">
    <span class="{local-name()}"><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <xsl:function name="f:variants" as="element()*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="$app//(rdg | lem | note | witDetail)[ancestor::app[1] is $app]"/>
  </xsl:function>

  <xsl:template match="app" mode="part:note" as="element(Q{}li)">
    <xsl:param name="note-signs" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:param name="note-numbers" as="map(*)" tunnel="yes" select="map {}"/>
    <li id="{f:note-id(., $note-signs)}" data-n="{$note-signs(generate-id(.))}">
      <xsl:sequence select="f:ordinal('data-note', ., $note-numbers)"/>
      <xsl:for-each select="f:variants(.)">
        <xsl:value-of select="if (position() eq 1) then '' else if (preceding-sibling::*[1][self::lem]) then '] ' else '; '"/>
        <span class="{if (self::lem) then 'lemma' else 'variant'}">
          <xsl:apply-templates mode="part:final">
            <xsl:with-param name="identified" tunnel="yes" select="false()"/>
          </xsl:apply-templates>
          <xsl:if test="not(normalize-space())"><xsl:value-of select="f:say('variant-omitted')"/></xsl:if>
        </span>
        <xsl:value-of select="string-join((@wit | @source) ! (' ' || replace(., '#', '')))"/>
      </xsl:for-each>
      <xsl:text> </xsl:text>
      <xsl:sequence select="f:way-back(., $note-signs)"/>
    </li>
  </xsl:template>

</xsl:transform>
