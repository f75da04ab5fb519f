<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part"
  xmlns:f="urn:x-stet:function" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:reading-text">

  <!-- The words of the reading view, and nothing else. -->
  <xsl:template match="/" as="text()">
    <xsl:variable name="shown" as="node()*">
      <xsl:apply-templates select="f:shown(/)" mode="part:final">
        <xsl:with-param name="withheld" tunnel="yes" select="f:withheld-in-reading(/, f:spanned(/))"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="flat" as="item()*"><xsl:apply-templates select="$shown" mode="part:plain"/></xsl:variable>
    <xsl:value-of select="f:laid-out($flat)"/>
  </xsl:template>

</xsl:transform>
