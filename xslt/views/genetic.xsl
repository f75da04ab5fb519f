<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:genetic">

  <!-- How the text came to be: its first state, each change, and where the changes stand. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="changes" as="element()*" select="f:changes(/)"/>
    <xsl:variable name="annotated" as="element()*" select="f:annotated(/)"/>
    <xsl:variable name="spanned" as="map(xs:string, element()*)" select="f:spanned(/)"/>
    <xsl:variable name="paragraphs" as="map(*)" select="f:numbered(f:written(/)/self::text//p[ancestor::body])"/>
    <xsl:call-template name="part:page">
      <xsl:with-param name="view" select="'genetic'"/>
      <xsl:with-param name="notice" as="element(Q{}p)">
        <p class="notice">
          <xsl:choose>
            <xsl:when test="empty($changes)"><xsl:value-of select="f:say('changes-none')"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="f:say-count('changes-recorded', count($changes))"/></xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:with-param>
      <xsl:with-param name="before" as="element()*">
        <xsl:variable name="stages" as="map(*)*" select="f:history(/, $spanned)('stages')"/>
        <xsl:if test="exists($stages)">
          <xsl:call-template name="part:stage-pages">
            <xsl:with-param name="stages" select="$stages"/>
            <xsl:with-param name="files" select="f:stage-files($stages, f:about(/))"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="exists($changes)">
          <section class="first-state" aria-labelledby="first-state">
            <h2 id="first-state"><xsl:value-of select="f:say('first-state')"/></h2>
            <p class="lead"><xsl:value-of select="f:say('first-state-lead')"/></p>
            <div class="state" lang="{f:language(/)}" dir="{f:direction(f:language(/))}">
              <xsl:apply-templates select="f:shown(/)" mode="part:first">
                <xsl:with-param name="withheld" tunnel="yes"
                  select="f:withheld((f:additions(/), f:written(/)//metamark), $spanned)"/>
                <xsl:with-param name="depth" tunnel="yes" select="2"/>
                <xsl:with-param name="identified" tunnel="yes" select="false()"/>
              </xsl:apply-templates>
            </div>
          </section>
          <xsl:call-template name="part:heat-map">
            <xsl:with-param name="spanned" select="$spanned"/>
            <xsl:with-param name="paragraphs" tunnel="yes" select="$paragraphs"/>
          </xsl:call-template>
          <section class="changes" aria-labelledby="changes">
            <h2 id="changes"><xsl:value-of select="f:say('changes')"/></h2>
            <ol class="change-list">
              <xsl:apply-templates select="$changes" mode="part:change">
                <xsl:with-param name="paragraphs" tunnel="yes" select="$paragraphs"/>
              </xsl:apply-templates>
            </ol>
          </section>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="heading" select="if (exists($changes)) then f:say('changes-place') else ''"/>
      <xsl:with-param name="text" as="node()*">
        <xsl:apply-templates select="f:shown(/)" mode="part:numbered">
          <xsl:with-param name="depth" tunnel="yes" select="if (exists($changes)) then 2 else 1"/>
          <xsl:with-param name="numbers" tunnel="yes" select="f:numbered($changes)"/>
          <xsl:with-param name="spanned" tunnel="yes" select="$spanned"/>
          <xsl:with-param name="note-signs" tunnel="yes" select="f:note-signs($annotated)"/>
          <xsl:with-param name="note-numbers" tunnel="yes" select="f:numbered($annotated)"/>
        </xsl:apply-templates>
      </xsl:with-param>
      <xsl:with-param name="annotated" select="$annotated"/>
      <xsl:with-param name="key" as="element(Q{}section)?">
        <xsl:call-template name="part:key-to-signs"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:transform>
