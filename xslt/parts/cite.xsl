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
    <section class="cite" aria-labelledby="cite" data-quoted="{f:say('quoted', map { 'words': '{words}' })}"
      data-copied="{f:say('copied')}" data-refused="{f:say('copy-refused')}">
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
      <xsl:call-template name="part:cite-in-styles">
        <xsl:with-param name="file" select="$file"/>
      </xsl:call-template>
      <xsl:if test="f:written(/)//*[@xml:id][f:is-block(.)]">
        <p class="cite-paragraph"><xsl:value-of select="f:say('cite-paragraph')"/></p>
      </xsl:if>
      <!-- Shown by a script where words are marked, beside them. -->
      <p class="cite-words" hidden="hidden"><button type="button"><xsl:value-of select="f:say('cite-words')"/></button> <span class="copy-status" role="status"></span></p>
    </section>
  </xsl:template>

  <!-- The styles that have the citation otherwise, by their names in the code, and what they are called. -->
  <xsl:variable name="citation-styles" as="element(Q{}style)+">
    <style xmlns="" name="chicago-note" key="cite-chicago-note"/>
    <style xmlns="" name="chicago" key="cite-chicago"/>
    <style xmlns="" name="mla" key="cite-mla"/>
    <style xmlns="" name="apa" key="cite-apa"/>
  </xsl:variable>

  <!-- The same in the styles of the field, and as records for programs; whole without a script, which only copies. -->
  <xsl:template name="part:cite-in-styles" as="element(Q{}details)?">
    <xsl:param name="file" as="xs:string"/>
    <xsl:if test="exists($citations?styles)">
      <details class="cite-styles">
        <summary><xsl:value-of select="f:say('cite-styles')"/></summary>
        <dl>
          <xsl:for-each select="$citations?styles">
            <xsl:variable name="cited" as="map(*)" select="."/>
            <xsl:variable name="name" as="xs:string" select="f:say($citation-styles[@name eq $cited?style]/@key)"/>
            <dt>
              <xsl:value-of select="$name"/>
              <button type="button" class="copy" hidden="hidden" aria-label="{f:say('copy-of', map { 'name': $name })}"><xsl:value-of select="f:say('copy')"/></button>
              <span class="copy-status" role="status"></span>
            </dt>
            <!-- The styles are English, whatever the language of the pages. -->
            <dd class="styled" lang="en" dir="ltr"><xsl:sequence select="$cited?runs ! f:citation-run(., $file)"/></dd>
          </xsl:for-each>
          <xsl:if test="$has-records">
            <dt><xsl:value-of select="f:say('cite-records')"/></dt>
            <dd class="records">
              <a href="{$document-name}.bib" type="application/x-bibtex">BibTeX</a>
              <xsl:text> </xsl:text>
              <a href="{$document-name}.ris" type="application/x-research-info-systems">RIS</a>
              <xsl:text> </xsl:text>
              <a href="{$document-name}.csl.json" type="application/vnd.citationstyles.csl+json">CSL-JSON</a>
            </dd>
          </xsl:if>
        </dl>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- Words of a citation: a work's title, an address, or neither. The address is that of the page on which it stands. -->
  <xsl:function name="f:citation-run" as="node()">
    <xsl:param name="run" as="map(*)"/>
    <xsl:param name="file" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$run?kind eq 'title'"><cite><xsl:value-of select="$run?words"/></cite></xsl:when>
      <xsl:when test="$run?kind eq 'address'">
        <xsl:variable name="address" as="xs:string" select="replace($run?words, '/index\.html$', '/' || $file)"/>
        <span class="address"><xsl:sequence select="f:link($address, $address)"/></span>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$run?words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:transform>
