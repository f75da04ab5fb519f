<?xml version="1.0" encoding="UTF-8"?>
<!--
  Makes a stylesheet of Schematron rules (ISO 19757-3:2020, with the bindings xslt2 and xslt3). The stylesheet
  writes, for each assertion that fails, a failed element: the assertion's id, the message, and which element
  it is about, counted in document order from 1.

  The mode expand leaves one schema with nothing in it to be resolved: what was included is there, what is
  abstract is filled in, and only the patterns of the phase are left. The mode compile writes the stylesheet.

  Where x-stet:at stands on an element, it says where the element stood in its file; it is handed on.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:x-stet:function" xmlns:sch="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="#all">

  <!-- The phase asked for: its id, #DEFAULT or #ALL. -->
  <xsl:param name="phase" as="xs:string" select="'#DEFAULT'"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:mode name="expand" on-no-match="fail"/>
  <xsl:mode name="compile" on-no-match="fail"/>
  <xsl:mode name="gather" on-no-match="shallow-copy"/>
  <xsl:mode name="fill" on-no-match="shallow-copy"/>
  <xsl:mode name="write" on-no-match="fail"/>
  <xsl:mode name="message" on-no-match="text-only-copy"/>

  <xsl:include href="sch-gather.xsl"/>
  <xsl:include href="sch-expand.xsl"/>
  <xsl:include href="sch-write.xsl"/>

  <xsl:template match="/" mode="expand" as="element(sch:schema)">
    <xsl:sequence select="f:expanded(f:gathered(.), $phase)"/>
  </xsl:template>

  <xsl:template match="/" mode="compile" as="element(xsl:stylesheet)">
    <xsl:apply-templates select="f:expanded(f:gathered(.), $phase)" mode="write"/>
  </xsl:template>
</xsl:stylesheet>
