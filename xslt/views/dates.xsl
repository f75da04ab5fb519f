<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:dates">

  <!-- Documents in order of time: a picture of how many there are when, and the list of them by year. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:call-template name="part:listing-page">
      <xsl:with-param name="view" select="'dates'"/>
      <xsl:with-param name="title" select="f:say('page-dates')"/>
      <xsl:with-param name="unknown" select="f:say('undated')"/>
      <xsl:with-param name="before" as="element()*">
        <xsl:call-template name="part:timeline"/>
        <xsl:if test="not($listing?single)"><p class="explanation"><xsl:value-of select="f:say('dates-order')"/></p></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:transform>
