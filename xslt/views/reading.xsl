<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:reading">

  <!-- The final text: what was struck out is withheld, what was added is read as text. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="withheld" as="map(xs:string, xs:boolean)" select="f:withheld-in-reading(/, f:spanned(/))"/>
    <xsl:variable name="annotated" as="element()*" select="f:annotated-in-reading(/, $withheld)"/>
    <xsl:call-template name="part:page">
      <xsl:with-param name="view" select="'reading'"/>
      <xsl:with-param name="notice" as="element(Q{}p)?">
        <xsl:variable name="deletions" as="xs:integer" select="count(f:deletions(/))"/>
        <xsl:variable name="additions" as="xs:integer" select="count(f:additions(/))"/>
        <xsl:variable name="repeated" as="xs:boolean" select="exists(f:written(/)//fw[@type = ('catch', 'pageNum', 'header')])"/>
        <xsl:variable name="moved" as="xs:boolean" select="exists(//transpose[ptr])"/>
        <xsl:if test="$deletions + $additions gt 0 or $repeated or $moved">
          <p class="notice">
            <xsl:if test="$deletions + $additions gt 0">
              <xsl:variable name="view" as="element(Q{}a)">
                <a href="diplomatic.html"><xsl:value-of select="f:say('diplomatic-view-the')"/></a>
              </xsl:variable>
              <xsl:sequence select="f:say-nodes('revisions-unmarked' || f:number-of($deletions + $additions), map {
                'deletions': f:capitalised(f:say-count('deletions', $deletions)),
                'additions': f:say-count('additions', $additions), 'view': $view })"/>
            </xsl:if>
            <xsl:if test="$moved"><xsl:value-of select="' ' || f:say('passages-moved')"/></xsl:if>
            <xsl:if test="$repeated"><xsl:value-of select="' ' || f:say('repeated-left-out')"/></xsl:if>
          </p>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="text" as="node()*">
        <xsl:apply-templates select="f:shown(/)" mode="part:final">
          <xsl:with-param name="withheld" tunnel="yes" select="$withheld"/>
          <xsl:with-param name="note-signs" tunnel="yes" select="f:note-signs($annotated)"/>
          <xsl:with-param name="note-numbers" tunnel="yes" select="f:numbered($annotated)"/>
        </xsl:apply-templates>
      </xsl:with-param>
      <xsl:with-param name="annotated" select="$annotated"/>
    </xsl:call-template>
  </xsl:template>

</xsl:transform>
