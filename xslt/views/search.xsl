<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:search">

  <!--
    The search of the whole edition, from a teiCorpus of which only the header is read. Scripts fill it; to
    whoever has none it says where else everything is to be found.
  -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:call-template name="part:edition-page">
      <xsl:with-param name="view" select="'search'"/>
      <xsl:with-param name="title" select="f:say('page-search')"/>
      <xsl:with-param name="main" as="element(Q{}main)">
        <main class="search" id="main">
          <h1><xsl:value-of select="f:say('search-title')"/></h1>
          <p class="lead" data-without-script="">
            <xsl:variable name="documents" as="element(Q{}a)"><a href="index.html"><xsl:value-of select="f:say('page-index')"/></a></xsl:variable>
            <xsl:variable name="names" as="element(Q{}a)"><a href="names.html"><xsl:value-of select="f:say('page-names')"/></a></xsl:variable>
            <xsl:sequence select="
              if ($edition-pages = 'names') then f:say-nodes('search-needs-script-names', map { 'documents': $documents, 'names': $names })
              else f:say-nodes('search-needs-script', map { 'documents': $documents })"/>
          </p>
          <xsl:call-template name="part:search-form"/>
          <div class="search-body" hidden="hidden" data-needs-script="">
            <xsl:call-template name="part:search-facets"/>
            <section class="found" aria-labelledby="search-results">
              <h2 id="search-results"><xsl:value-of select="f:say('search-results')"/></h2>
              <p id="search-status" role="status"></p>
              <ol class="results"></ol>
              <button type="button" class="more" hidden="hidden"><xsl:value-of select="f:say('search-more')"/></button>
            </section>
          </div>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="part:search-form" as="element(Q{}form)">
    <form class="search-form" role="search" hidden="hidden" data-needs-script="" autocomplete="off">
      <!-- What the scripts say. -->
      <xsl:for-each select="'search-start', 'search-none', 'search-failed', 'search-looked', 'search-facet-all', 'search-named',
        'search-hit-struck', 'search-hit-added', 'search-hit-written', 'search-hit-notes',
        'search-field-text', 'search-field-struck', 'search-field-added', 'search-field-written', 'search-field-notes',
        'search-field-names', 'search-field-title'">
        <xsl:attribute name="data-{.}" select="f:say(.)"/>
      </xsl:for-each>
      <xsl:for-each select="'search-found', 'search-passages'">
        <xsl:attribute name="data-{.}-one" select="f:say(. || '.one')"/>
        <xsl:attribute name="data-{.}-other" select="f:say(. || '.other')"/>
      </xsl:for-each>
      <p class="search-line">
        <label for="search-words"><xsl:value-of select="f:say('search-words')"/></label>
        <input type="search" id="search-words" list="search-suggestions" autocapitalize="none" spellcheck="false"/>
        <button type="submit"><xsl:value-of select="f:say('search-go')"/></button>
      </p>
      <datalist id="search-suggestions"></datalist>
      <p class="search-ways">
        <span>
          <label for="search-in"><xsl:value-of select="f:say('search-in')"/></label>
          <xsl:text> </xsl:text>
          <select id="search-in">
            <xsl:for-each select="'search-in-all', 'search-in-text', 'search-in-struck', 'search-in-added', 'search-in-written',
              'search-in-notes', 'search-in-names'">
              <option value="{substring-after(., 'search-in-')}"><xsl:value-of select="f:say(.)"/></option>
            </xsl:for-each>
          </select>
        </span>
        <span>
          <label for="search-order"><xsl:value-of select="f:say('search-order')"/></label>
          <xsl:text> </xsl:text>
          <select id="search-order">
            <xsl:for-each select="'search-order-best', 'search-order-date', 'search-order-edition'">
              <option value="{substring-after(., 'search-order-')}"><xsl:value-of select="f:say(.)"/></option>
            </xsl:for-each>
          </select>
        </span>
      </p>
      <details class="search-help">
        <summary><xsl:value-of select="f:say('search-help')"/></summary>
        <dl>
          <xsl:for-each select="
            map { 'search-example-all': 'search-finds-all' }, map { 'search-example-open': 'search-finds-open' },
            map { 'search-example-phrase': 'search-finds-phrase' }, map { 'search-example-field': 'search-finds-field' },
            map { 'search-example-without': 'search-finds-without' }">
            <dt><kbd><xsl:value-of select="f:say(map:keys(.))"/></kbd></dt>
            <dd><xsl:value-of select="f:say(.(map:keys(.)))"/></dd>
          </xsl:for-each>
        </dl>
        <p><xsl:value-of select="f:say('search-help-folded')"/></p>
      </details>
    </form>
  </xsl:template>

  <!-- Closed until the script knows that there is room beside what was found. -->
  <xsl:template name="part:search-facets" as="element(Q{}details)">
    <details class="facets">
      <summary><xsl:value-of select="f:say('search-facets')"/></summary>
      <fieldset data-facet="years" hidden="hidden">
        <legend><xsl:value-of select="f:say('search-facet-years')"/></legend>
        <label for="search-from"><xsl:value-of select="f:say('search-facet-from')"/></label>
        <xsl:text> </xsl:text>
        <input type="number" id="search-from" min="1" max="9999"/>
        <xsl:text> </xsl:text>
        <label for="search-to"><xsl:value-of select="f:say('search-facet-to')"/></label>
        <xsl:text> </xsl:text>
        <input type="number" id="search-to" min="1" max="9999"/>
      </fieldset>
      <xsl:for-each select="'search-facet-people', 'search-facet-places', 'search-facet-kinds', 'search-facet-languages'">
        <fieldset data-facet="{substring-after(., 'search-facet-')}" hidden="hidden">
          <legend><xsl:value-of select="f:say(.)"/></legend>
          <ul></ul>
          <button type="button" hidden="hidden"><xsl:value-of select="f:say('search-more')"/></button>
        </fieldset>
      </xsl:for-each>
      <button type="button" class="clear" hidden="hidden"><xsl:value-of select="f:say('search-clear')"/></button>
    </details>
  </xsl:template>

</xsl:transform>
