<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Title pages, and what stands at the head of a book or a part of it. -->

  <xsl:template match="titlePage | docTitle | docImprint | argument | epigraph" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:element name="{if (f:stands-in-line(.)) then 'span' else 'div'}" namespace="">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:call-template name="part:described"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="titlePart | docAuthor | docDate | docEdition | imprimatur" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:element name="{if (f:stands-in-line(.)) then 'span' else 'p'}" namespace="">
      <xsl:call-template name="part:block-content"/>
    </xsl:element>
  </xsl:template>

</xsl:transform>
