<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:diplomatic">

  <!--
    What stands on the page. The text of the transcription is the text of the TEI's body, blanks included,
    without the editor's own words (corr, reg, expan, figDesc, notes that are not the writer's), and with the signs of its milestones.
  -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="annotated" as="element()*" select="f:annotated(/)"/>
    <xsl:call-template name="part:page">
      <xsl:with-param name="view" select="'diplomatic'"/>
      <xsl:with-param name="text" as="node()*">
        <xsl:apply-templates select="f:shown(/)" mode="part:standing">
          <xsl:with-param name="spanned" tunnel="yes" select="f:spanned(/)"/>
          <xsl:with-param name="note-signs" tunnel="yes" select="f:note-signs($annotated)"/>
          <xsl:with-param name="note-numbers" tunnel="yes" select="f:numbered($annotated)"/>
        </xsl:apply-templates>
      </xsl:with-param>
      <xsl:with-param name="annotated" select="$annotated"/>
      <xsl:with-param name="key" as="element(Q{}section)?">
        <xsl:call-template name="part:key-to-signs"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:transform>
