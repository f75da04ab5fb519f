<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:facsimile">

  <!-- Page by page: the image, and beside it what stands there, as the diplomatic view has it. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="annotated" as="element()*" select="f:annotated(/)"/>
    <xsl:variable name="text" as="node()*">
      <xsl:apply-templates select="f:shown(/)" mode="part:standing">
        <xsl:with-param name="spanned" tunnel="yes" select="f:spanned(/)"/>
        <xsl:with-param name="note-signs" tunnel="yes" select="f:note-signs($annotated)"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="zoned" as="node()*">
      <xsl:apply-templates select="$text" mode="part:zoned"/>
    </xsl:variable>
    <xsl:variable name="pages" as="map(*)*" select="f:cut($zoned, '')"/>
    <xsl:variable name="file" as="document-node()" select="/"/>
    <xsl:call-template name="part:page">
      <xsl:with-param name="view" select="'facsimile'"/>
      <xsl:with-param name="text" as="node()*">
        <xsl:for-each select="$pages[?image ne '' or f:has-words(?nodes)]">
          <xsl:call-template name="part:leaf">
            <xsl:with-param name="file" select="$file"/>
            <xsl:with-param name="shown" select="tokenize(?image)"/>
            <xsl:with-param name="nodes" select="?nodes"/>
          </xsl:call-template>
        </xsl:for-each>
        <!-- Images of no page: a cover, a scale. -->
        <xsl:variable name="others" as="xs:string*" select="f:image-ids($file)[not(. = $pages ! tokenize(?image))]"/>
        <xsl:for-each select="$others">
          <xsl:call-template name="part:leaf">
            <xsl:with-param name="file" select="$file"/>
            <xsl:with-param name="shown" select="."/>
            <xsl:with-param name="nodes" select="()"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:with-param>
      <xsl:with-param name="annotated" select="$annotated"/>
      <xsl:with-param name="key" as="element(Q{}section)?">
        <xsl:call-template name="part:key-to-signs"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- One page: its images, and its text. -->
  <xsl:template name="part:leaf" as="element(Q{}div)">
    <xsl:param name="file" as="document-node()"/>
    <xsl:param name="shown" as="xs:string*"/>
    <xsl:param name="nodes" as="node()*"/>
    <div class="leaf">
      <xsl:if test="exists($shown)">
        <div class="page-images" lang="{$interface}" dir="{f:direction($interface)}">
          <xsl:for-each select="$shown">
            <xsl:call-template name="part:page-image">
              <xsl:with-param name="file" select="$file"/>
              <xsl:with-param name="id" select="."/>
            </xsl:call-template>
          </xsl:for-each>
        </div>
      </xsl:if>
      <xsl:if test="f:has-words($nodes)">
        <div class="page-text"><xsl:sequence select="$nodes"/></div>
      </xsl:if>
    </div>
  </xsl:template>

</xsl:transform>
