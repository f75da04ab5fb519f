<?xml version="1.0" encoding="UTF-8"?>
<!-- Gathers the Schematron rules of an ODD, one pattern for each constraint. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:mode name="gather" on-no-match="fail"/>

  <xsl:template match="/" mode="gather" as="element(sch:schema)">
    <xsl:variable name="constraints" as="element(constraintSpec)*" select="//schemaSpec//constraintSpec[@scheme = 'schematron']"/>
    <sch:schema queryBinding="xslt3">
      <xsl:comment> Made from edition.odd by odd-to-sch.xsl. Do not edit. </xsl:comment>
      <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
      <xsl:copy-of select="$constraints/constraint/xsl:key" copy-namespaces="no"/>
      <xsl:apply-templates select="$constraints" mode="gather"/>
    </sch:schema>
  </xsl:template>

  <xsl:template match="constraintSpec" mode="gather" as="element(sch:pattern)">
    <sch:pattern id="{@ident}-pattern">
      <xsl:copy-of select="constraint/sch:*" copy-namespaces="no"/>
    </sch:pattern>
  </xsl:template>
</xsl:stylesheet>
