<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:missing">

  <!-- What a preview shows in the place of a page that the edition does not have; from a teiCorpus without documents. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:call-template name="part:notice-page">
      <xsl:with-param name="view" select="'missing'"/>
      <xsl:with-param name="title" select="f:say('preview-missing')"/>
      <xsl:with-param name="text" as="node()*">
        <xsl:variable name="link" as="element(Q{}a)"><a href="/index.html"><xsl:value-of select="f:say('page-index')"/></a></xsl:variable>
        <xsl:sequence select="f:say-nodes('preview-missing-text', map { 'index': $link })"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:transform>
