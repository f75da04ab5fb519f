<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:f="urn:x-stet:function" exclude-result-prefixes="#all">

  <!--
    All pages of a document and its plain texts, by the names of their files: made in one go, for what they
    share is then worked out once, and starting a transformation takes as long as a short page.
  -->

  <xsl:variable name="as-html" as="map(*)" select="map {
    'method': 'html', 'html-version': 5.0, 'indent': false(), 'include-content-type': false() }"/>

  <!-- What is read by parsers of XML; no reader of e-books needs the declaration. -->
  <xsl:variable name="as-xhtml" as="map(*)" select="map {
    'method': 'xml', 'indent': false(), 'omit-xml-declaration': true() }"/>

  <xsl:template match="/" mode="view:document" as="map(*)">
    <xsl:variable name="reading" as="element()"><xsl:apply-templates select="." mode="view:reading"/></xsl:variable>
    <xsl:map>
      <xsl:map-entry key="'index.html'" select="serialize($reading, $as-html)"/>
      <xsl:if test="$has-records">
        <xsl:map-entry key="'chapter.xhtml'" select="serialize(f:chapter($reading), $as-xhtml)"/>
      </xsl:if>
      <xsl:map-entry key="'diplomatic.html'">
        <xsl:variable name="page" as="element(Q{}html)"><xsl:apply-templates select="." mode="view:diplomatic"/></xsl:variable>
        <xsl:sequence select="serialize($page, $as-html)"/>
      </xsl:map-entry>
      <xsl:map-entry key="'genetic.html'">
        <xsl:variable name="page" as="element(Q{}html)"><xsl:apply-templates select="." mode="view:genetic"/></xsl:variable>
        <xsl:sequence select="serialize($page, $as-html)"/>
      </xsl:map-entry>
      <xsl:map-entry key="'parallel.html'">
        <xsl:variable name="page" as="element(Q{}html)"><xsl:apply-templates select="." mode="view:parallel"/></xsl:variable>
        <xsl:sequence select="serialize($page, $as-html)"/>
      </xsl:map-entry>
      <xsl:map-entry key="'source.html'">
        <xsl:variable name="page" as="element(Q{}html)"><xsl:apply-templates select="." mode="view:source"/></xsl:variable>
        <xsl:sequence select="serialize($page, $as-html)"/>
      </xsl:map-entry>
      <xsl:apply-templates select="." mode="view:stages"/>
      <xsl:if test="map:size($images) gt 0">
        <xsl:map-entry key="'facsimile.html'">
          <xsl:variable name="page" as="element(Q{}html)"><xsl:apply-templates select="." mode="view:facsimile"/></xsl:variable>
          <xsl:sequence select="serialize($page, $as-html)"/>
        </xsl:map-entry>
      </xsl:if>
      <xsl:map-entry key="$document-name || '.reading.txt'">
        <xsl:variable name="words" as="xs:string"><xsl:apply-templates select="." mode="view:reading-text"/></xsl:variable>
        <xsl:sequence select="$words"/>
      </xsl:map-entry>
      <xsl:map-entry key="$document-name || '.diplomatic.txt'">
        <xsl:variable name="words" as="xs:string"><xsl:apply-templates select="." mode="view:diplomatic-text"/></xsl:variable>
        <xsl:sequence select="$words"/>
      </xsl:map-entry>
    </xsl:map>
  </xsl:template>

</xsl:transform>
