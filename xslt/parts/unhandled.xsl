<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Elements that no other template knows: reported by their generated ids, and shown plainly with their name. -->
  <xsl:template match="*" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:message error-code="Q{{urn:x-stet:problem}}element-unhandled" select="generate-id()"/>
    <xsl:element name="{if (f:stands-in-line(.)) then 'span' else 'div'}" namespace="">
      <xsl:attribute name="data-tei" select="local-name()"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*" mode="part:prose" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

</xsl:transform>
