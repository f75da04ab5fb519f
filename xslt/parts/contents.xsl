<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The contents of a long text: its headings and its pages, before the text. A short one needs none. -->

  <xsl:variable name="least-headings" as="xs:integer" select="3"/>
  <xsl:variable name="least-pages" as="xs:integer" select="3"/>

  <!-- The address of a page within the text: that of its break, or its number, which the letter itself bears. -->
  <xsl:function name="f:page-id" as="xs:string?">
    <xsl:param name="break" as="element(pb)"/>
    <xsl:variable name="number" as="xs:string" select="replace(string($break/@n), '[^\p{L}\p{N}]+', '-')"/>
    <xsl:sequence select="
      if ($break/@xml:id) then f:fragment($break/@xml:id) else if ($number ne '') then 'page-' || $number else ()"/>
  </xsl:function>

  <xsl:template name="part:contents" as="element(Q{}details)?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="text" as="node()*" select="f:shown(/)"/>
    <xsl:variable name="heads" as="element(head)*" select="$text//head[@xml:id][parent::*[f:is-division(.)]][f:plain(.) ne '']"/>
    <xsl:variable name="breaks" as="element(pb)*" select="$text//pb[@n][exists(f:page-id(.))]"/>
    <xsl:if test="count($heads) ge $least-headings or count($breaks) ge $least-pages">
      <details class="contents">
        <summary><xsl:value-of select="f:say('contents')"/></summary>
        <nav aria-label="{f:say('contents')}">
          <xsl:if test="count($heads) ge $least-headings">
            <ol class="headings" lang="{f:language(/)}">
              <xsl:for-each select="$heads">
                <li data-depth="{count(ancestor::div)}"><a href="#{f:fragment(@xml:id)}"><xsl:value-of select="f:plain(.)"/></a></li>
              </xsl:for-each>
            </ol>
          </xsl:if>
          <xsl:if test="count($breaks) ge $least-pages">
            <ul class="pages-of-text">
              <xsl:for-each select="$breaks">
                <li><a href="#{f:page-id(.)}"><xsl:value-of select="f:say('contents-page', map { 'n': @n })"/></a></li>
              </xsl:for-each>
            </ul>
          </xsl:if>
        </nav>
      </details>
    </xsl:if>
  </xsl:template>

</xsl:transform>
