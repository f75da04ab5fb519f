<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:correspondents">

  <!-- Everyone who wrote or received, with the documents both ways. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:call-template name="part:listing-page">
      <xsl:with-param name="view" select="'correspondents'"/>
      <xsl:with-param name="title" select="f:say('page-correspondents')"/>
    </xsl:call-template>
  </xsl:template>

</xsl:transform>
