<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:index">

  <!-- The table of an edition's documents, from its header and its listing. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="header" as="element(teiHeader)?" select="teiCorpus/teiHeader"/>
    <xsl:call-template name="part:edition-page">
      <xsl:with-param name="view" select="'index'"/>
      <xsl:with-param name="title" select="$edition-title"/>
      <xsl:with-param name="described" as="element(Q{}link)?">
        <xsl:if test="$feed ne ''">
          <link rel="alternate" type="application/atom+xml" href="{$feed}" title="{f:say('feed')}"/>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="main" as="element(Q{}main)">
        <main class="index" id="main">
          <header class="title-page">
            <h1><xsl:sequence select="f:lang($edition-language)"/><xsl:value-of select="$edition-title"/></h1>
            <xsl:if test="exists($edition-editors)">
              <p class="editors"><xsl:value-of select="f:say('edition-editors', map { 'editors': f:enumerated($edition-editors) })"/></p>
            </xsl:if>
            <xsl:if test="$edition-version ne ''">
              <p class="version">
                <xsl:value-of select="string-join((f:say('edition-version', map { 'version': $edition-version }),
                  $edition-date[. ne ''] ! f:say-date(.)), ', ')"/>
              </p>
            </xsl:if>
            <xsl:if test="$archive ne ''">
              <p class="archive"><a href="{$archive}" type="application/zip"><xsl:value-of select="f:say('download-all')"/></a></p>
            </xsl:if>
            <xsl:if test="$book ne ''">
              <p class="archive"><a href="{$book}" type="application/epub+zip"><xsl:value-of select="f:say('download-book')"/></a></p>
            </xsl:if>
          </header>
          <xsl:variable name="statement" as="element(p)*"
            select="$header/encodingDesc/projectDesc/p[normalize-space()]"/>
          <xsl:if test="exists($statement)">
            <section class="statement" aria-labelledby="statement">
              <h2 id="statement"><xsl:value-of select="f:say('edition-about')"/></h2>
              <xsl:apply-templates select="$statement" mode="part:prose"/>
            </section>
          </xsl:if>
          <section class="documents" aria-labelledby="documents">
            <h2 id="documents"><xsl:value-of select="f:say('documents')"/></h2>
            <xsl:choose>
              <xsl:when test="exists($listing?groups[?href ne ''])">
                <p class="lead"><xsl:value-of select="f:say-count('documents-count', xs:integer($listing?total))"/></p>
                <xsl:call-template name="part:group-list">
                  <xsl:with-param name="unknown" select="f:say('undated')"/>
                </xsl:call-template>
              </xsl:when>
              <xsl:otherwise>
                <xsl:call-template name="part:document-table">
                  <xsl:with-param name="rows" select="$listing?groups?documents"/>
                </xsl:call-template>
              </xsl:otherwise>
            </xsl:choose>
          </section>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:transform>
