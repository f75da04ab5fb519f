<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part"
  xmlns:f="urn:x-stet:function" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:panes">

  <!--
    Any two pages of documents beside each other. Two panes take scripts (scripts/panes.ts), which show what is hidden here and
    load no page but those of the list; without scripts the list is the page. Of a large edition scripts read the list from a
    file, and the page leads to the pages that have the documents in groups.
  -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="panes" as="map(*)" select="$listing('panes')"/>
    <xsl:variable name="documents" as="map(*)*" select="$panes('documents')"/>
    <xsl:variable name="data" as="xs:string" select="$panes('data')"/>
    <xsl:call-template name="part:edition-page">
      <xsl:with-param name="view" select="'panes'"/>
      <xsl:with-param name="title" select="f:say('page-panes')"/>
      <xsl:with-param name="language" select="$interface"/>
      <xsl:with-param name="frames" select="true()"/>
      <xsl:with-param name="main" as="element(Q{}main)">
        <main class="panes" id="main">
          <xsl:if test="$data ne ''">
            <xsl:attribute name="data-documents" select="$data"/>
            <xsl:attribute name="data-stage" select="f:say('stage-after-which', map { 'stage': '{stage}' })"/>
          </xsl:if>
          <h1><xsl:value-of select="f:say('page-panes')"/></h1>
          <p class="lead"><xsl:value-of select="f:say(if ($data eq '') then 'panes-lead' else 'panes-lead-lists')"/></p>
          <p class="notice panes-refused" role="status" hidden="hidden"><xsl:value-of select="f:say('panes-refused')"/></p>
          <div class="pane-choices" hidden="hidden">
            <xsl:for-each select="'left', 'right'">
              <fieldset data-pane="{.}">
                <legend><xsl:value-of select="f:say(if (. eq 'left') then 'panes-left' else 'panes-right')"/></legend>
                <label>
                  <span><xsl:value-of select="f:say('panes-document')"/></span>
                  <select class="pane-document"></select>
                </label>
                <label>
                  <span><xsl:value-of select="f:say('panes-view')"/></span>
                  <select class="pane-view"></select>
                </label>
              </fieldset>
            </xsl:for-each>
            <label class="pane-together">
              <input type="checkbox" id="choice-together" data-choice="together" checked="checked"/>
              <span><xsl:value-of select="f:say('panes-together')"/></span>
            </label>
          </div>
          <div class="pane-frames" hidden="hidden">
            <iframe data-pane="left" title="{f:say('panes-left')}"></iframe>
            <iframe data-pane="right" title="{f:say('panes-right')}"></iframe>
          </div>
          <section class="pane-pages" aria-labelledby="pane-pages">
            <h2 id="pane-pages"><xsl:value-of select="f:say('panes-pages')"/></h2>
            <xsl:choose>
              <xsl:when test="$data eq ''">
                <ul>
                  <xsl:for-each select="$documents">
                    <xsl:variable name="document" as="map(*)" select="."/>
                    <li data-document="{$document('name')}">
                      <span class="pane-title"><xsl:sequence select="f:lang($document('language'))"/><xsl:value-of select="$document('title')"/></span>
                      <ul>
                        <xsl:for-each select="$document('pages')">
                          <xsl:variable name="file" as="xs:string" select=".('file')"/>
                          <xsl:variable name="known" as="element(Q{}view)?" select="$views[@file eq $file]"/>
                          <li>
                            <a href="{f:folder($document('name'))}/{$file}">
                              <xsl:sequence select="
                                if (exists($known)) then f:say-nodes($known/@key, map {})
                                else f:say-nodes('stage-after-which', map { 'stage': f:in-language(.('language'), .('stage')) })"/>
                            </a>
                          </li>
                        </xsl:for-each>
                      </ul>
                    </li>
                  </xsl:for-each>
                </ul>
              </xsl:when>
              <xsl:otherwise>
                <ul class="pane-lists">
                  <xsl:for-each select="$edition-views[@name = $edition-pages][@name = ('index', 'dates', 'correspondents', 'places', 'kinds')]">
                    <li><a href="{@file}"><xsl:value-of select="f:say(@key)"/></a></li>
                  </xsl:for-each>
                </ul>
                <!-- What the views are called. -->
                <xsl:for-each select="$panes('files')">
                  <xsl:variable name="file" as="xs:string" select="."/>
                  <data class="pane-view-name" value="{$file}" hidden="hidden"><xsl:value-of select="f:say($views[@file eq $file]/@key)"/></data>
                </xsl:for-each>
              </xsl:otherwise>
            </xsl:choose>
          </section>
          <!-- The paragraphs of two witnesses that belong together: their ids in pairs. -->
          <xsl:for-each select="$panes('pairs')">
            <data class="pane-pair" value="{string-join(.('blocks'), ' ')}" data-left="{.('a')}" data-right="{.('b')}" hidden="hidden"></data>
          </xsl:for-each>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:folder" as="xs:string">
    <xsl:param name="document" as="xs:string"/>
    <xsl:sequence select="encode-for-uri($document)"/>
  </xsl:function>

</xsl:transform>
