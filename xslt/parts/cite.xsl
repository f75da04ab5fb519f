<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- How to cite the document; the address only when the edition knows where it will stand. -->
  <xsl:template name="part:cite" as="element(Q{}section)">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="file" as="xs:string"/>
    <xsl:variable name="tei" as="element()" select="f:about(/)"/>
    <xsl:variable name="published" as="element(publicationStmt)?" select="$tei/teiHeader/fileDesc/publicationStmt"/>
    <xsl:variable name="released" as="xs:string?"
      select="($published/date/@when/string(), $published/date/normalize-space()[. ne ''])[1]"/>
    <section class="cite" aria-labelledby="cite">
      <h2 id="cite"><xsl:value-of select="f:say('cite-document')"/></h2>
      <p class="citation">
        <xsl:if test="exists(f:authors($tei))">
          <xsl:value-of select="f:enumerated(f:authors($tei)) || ', '"/>
        </xsl:if>
        <xsl:variable name="title" as="element(Q{}span)">
          <span lang="{f:language(.)}"><xsl:value-of select="f:title($tei)"/></span>
        </xsl:variable>
        <xsl:variable name="edition" as="element(Q{}cite)">
          <cite>
            <xsl:sequence select="f:lang($edition-language)"/>
            <xsl:value-of select="$edition-title"/>
          </cite>
        </xsl:variable>
        <xsl:sequence select="f:say-nodes('quoted', map { 'words': $title }), f:say-nodes('cite-in', map { 'edition': $edition })"/>
        <xsl:if test="exists($edition-editors)">
          <xsl:value-of select="f:say('cite-editors', map { 'editors': f:enumerated($edition-editors) })"/>
        </xsl:if>
        <xsl:if test="$edition-version ne ''">
          <xsl:value-of select="f:say('cite-version', map { 'version': $edition-version })"/>
        </xsl:if>
        <xsl:if test="$released">
          <xsl:text> (</xsl:text>
          <xsl:choose>
            <xsl:when test="$released castable as xs:date">
              <time datetime="{$released}"><xsl:value-of select="f:say-date($released)"/></time>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="$released"/></xsl:otherwise>
          </xsl:choose>
          <xsl:text>)</xsl:text>
        </xsl:if>
        <xsl:text>, </xsl:text>
        <span class="identifier"><xsl:value-of select="$document-name"/></span>
        <xsl:if test="$base-url ne ''">
          <xsl:variable name="address" as="xs:string"
            select="replace($base-url, '/+$', '') || '/' || $document-name || '/' || $file"/>
          <xsl:text>, </xsl:text>
          <span class="address"><xsl:sequence select="f:link($address, $address)"/></span>
        </xsl:if>
        <xsl:text>.</xsl:text>
      </p>
      <xsl:if test="f:written(/)//*[@xml:id][f:is-block(.)]">
        <p><xsl:value-of select="f:say('cite-paragraph')"/></p>
      </xsl:if>
    </section>
  </xsl:template>

</xsl:transform>
