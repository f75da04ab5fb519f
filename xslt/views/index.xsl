<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:index">

  <!-- The table of an edition's documents, from a teiCorpus in the edition's order. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="header" as="element(teiHeader)?" select="teiCorpus/teiHeader"/>
    <xsl:call-template name="part:edition-page">
      <xsl:with-param name="view" select="'index'"/>
      <xsl:with-param name="title" select="$edition-title"/>
      <xsl:with-param name="main" as="element(Q{}main)">
        <main class="index" id="main">
          <header class="title-page">
            <h1><xsl:sequence select="f:in-language($edition-language, $edition-title)"/></h1>
            <xsl:if test="exists($edition-editors)">
              <p class="editors"><xsl:value-of select="f:say('edition-editors', map { 'editors': f:enumerated($edition-editors) })"/></p>
            </xsl:if>
            <xsl:if test="$edition-version ne ''">
              <p class="version">
                <xsl:value-of select="string-join((f:say('edition-version', map { 'version': $edition-version }),
                  $edition-date[. ne ''] ! f:say-date(.)), ', ')"/>
              </p>
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
            <table>
              <thead>
                <tr>
                  <xsl:for-each select="'column-date', 'column-document', 'column-kind', 'column-correspondents', 'column-changes', 'column-views'">
                    <th scope="col"><xsl:value-of select="f:say(.)"/></th>
                  </xsl:for-each>
                </tr>
              </thead>
              <tbody>
                <xsl:apply-templates select="teiCorpus/(TEI | teiCorpus)" mode="part:entry"/>
              </tbody>
            </table>
          </section>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A document's name is that of its place in $document-names, or its own id. -->
  <xsl:function name="f:document-name" as="xs:string">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="documents" as="element()+" select="$document/../(TEI | teiCorpus)"/>
    <xsl:variable name="place" as="xs:integer" select="count($document/preceding-sibling::*[self::TEI or self::teiCorpus]) + 1"/>
    <xsl:sequence select="
      (if (count($document-names) eq count($documents)) then $document-names[$place] else (), string($document/@xml:id))[1]"/>
  </xsl:function>

  <!-- One document's row. -->
  <xsl:template match="TEI | teiCorpus" mode="part:entry" as="element(Q{}tr)">
    <xsl:variable name="name" as="xs:string" select="f:document-name(.)"/>
    <xsl:variable name="title" as="xs:string" select="f:title(.)"/>
    <xsl:variable name="language" as="xs:string" select="f:language(.)"/>
    <tr>
      <td class="date" data-label="{f:say('column-date')}"><xsl:value-of select="f:date(.)"/></td>
      <th scope="row" class="title"><a href="{$name}/index.html" lang="{$language}"><xsl:value-of select="$title"/></a></th>
      <td class="kind" data-label="{f:say('column-kind')}"><xsl:value-of select="f:kind(.)"/></td>
      <td class="correspondents" data-label="{f:say('column-correspondents')}">
        <xsl:value-of select="string-join((f:sender(.), f:recipient(.) ! ('→ ' || .)), ' ')"/>
      </td>
      <td class="count" data-label="{f:say('column-changes')}"><xsl:value-of select="count(f:changes(.))"/></td>
      <td class="links" data-label="{f:say('column-views')}">
        <a href="{$name}/index.html" aria-label="{f:say('reading-view-of', map { 'title': $title })}"><xsl:value-of select="f:say('reading-word')"/></a>
        <xsl:text> </xsl:text>
        <a href="{$name}/diplomatic.html" aria-label="{f:say('diplomatic-view-of', map { 'title': $title })}"><xsl:value-of select="f:say('diplomatic-word')"/></a>
        <xsl:text> </xsl:text>
        <a href="{$name}/genetic.html" aria-label="{f:say('genetic-view-of', map { 'title': $title })}"><xsl:value-of select="f:say('genetic-word')"/></a>
        <xsl:text> </xsl:text>
        <a href="tei/{$name}.xml" type="application/tei+xml" aria-label="{f:say('tei-of', map { 'title': $title })}">TEI</a>
      </td>
    </tr>
  </xsl:template>

</xsl:transform>
