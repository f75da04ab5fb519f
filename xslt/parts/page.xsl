<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The frame of a document's page: the same for each view. -->

  <!-- The views of a document: the name in the code, the file, the keys of its name in the navigation and in a sentence. -->
  <xsl:variable name="views" as="element(Q{}view)+">
    <view xmlns="" name="reading" file="index.html" key="view-reading" in-sentence="reading-view"/>
    <view xmlns="" name="diplomatic" file="diplomatic.html" key="view-diplomatic" in-sentence="diplomatic-view"/>
    <view xmlns="" name="genetic" file="genetic.html" key="view-genetic" in-sentence="genetic-view"/>
    <view xmlns="" name="facsimile" file="facsimile.html" key="view-facsimile" in-sentence="facsimile-view"/>
    <view xmlns="" name="parallel" file="parallel.html" key="view-parallel" in-sentence="parallel-view"/>
    <view xmlns="" name="source" file="source.html" key="view-source" in-sentence="source-view"/>
  </xsl:variable>

  <xsl:template name="part:page" as="element(Q{}html)">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="view" as="xs:string"/>
    <!-- The entry of the navigation to which the page belongs, its own file, and what it is called in a sentence. -->
    <xsl:param name="in-view" as="xs:string" select="$view"/>
    <xsl:param name="file" as="xs:string" select="string($views[@name eq $in-view]/@file)"/>
    <xsl:param name="called" as="xs:string" select="f:say($views[@name eq $in-view]/@in-sentence)"/>
    <xsl:param name="notice" as="element(Q{}p)?" select="()"/>
    <xsl:param name="before" as="element()*" select="()"/>
    <xsl:param name="heading" as="xs:string" select="''"/>
    <xsl:param name="text" as="node()*"/>
    <!-- What stands in place of the text, its notes and what explains it. -->
    <xsl:param name="sheet" as="element()?" select="()"/>
    <xsl:param name="annotated" as="element()*" select="()"/>
    <xsl:param name="key" as="element(Q{}section)?" select="()"/>
    <xsl:variable name="tei" as="element()" select="f:about(/)"/>
    <xsl:variable name="language" as="xs:string" select="f:language(.)"/>
    <xsl:variable name="described" as="element()*">
      <xsl:call-template name="part:described-for-machines"><xsl:with-param name="is-front" select="$views[@name eq $view]/@file = 'index.html'"/></xsl:call-template>
    </xsl:variable>
    <html lang="{$language}">
      <xsl:call-template name="part:head">
        <xsl:with-param name="view" select="$view"/>
        <xsl:with-param name="title" select="f:title($tei) || ' (' || $called || ') · ' || $edition-title"/>
        <xsl:with-param name="root" select="'../'"/>
        <xsl:with-param name="tei" select="'../tei/' || $document-name || '.xml'"/>
        <xsl:with-param name="described" select="$described"/>
      </xsl:call-template>
      <body class="view-{$view}{' view-diplomatic'[$view eq 'facsimile']}" lang="{$interface}" id="top">
        <a class="skip" href="#text"><xsl:value-of select="f:say('skip-to-text')"/></a>
        <xsl:if test="exists($annotated)">
          <a class="skip" href="#notes"><xsl:value-of select="f:say('skip-to-notes')"/></a>
        </xsl:if>
        <header class="masthead">
          <p class="edition-title">
            <xsl:sequence select="f:lang($edition-language)"/>
            <a href="../index.html"><xsl:value-of select="$edition-title"/></a>
          </p>
          <xsl:call-template name="part:edition-pages">
            <xsl:with-param name="root" select="'../'"/>
          </xsl:call-template>
          <xsl:call-template name="part:neighbours"/>
          <xsl:call-template name="part:options"/>
        </header>
        <xsl:variable name="notes" as="element(Q{}section)?">
          <xsl:call-template name="part:notes">
            <xsl:with-param name="annotated" select="$annotated"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:variable name="room" as="xs:integer" select="f:room-below($text, $notes)"/>
        <xsl:variable name="main" as="element(Q{}main)"><main>
          <article class="document{' annotated'[exists($notes)]}" aria-labelledby="title">
          <header class="document-head">
            <xsl:variable name="kind" as="xs:string*" select="f:kind($tei), f:date($tei)"/>
            <xsl:if test="exists($kind)"><p class="kind"><xsl:value-of select="$kind" separator=" · "/></p></xsl:if>
            <h1 id="title" lang="{$language}" dir="{f:direction($language)}"><xsl:value-of select="f:title($tei)"/></h1>
            <xsl:for-each select="f:correspondents($tei)">
              <p class="correspondents"><xsl:value-of select="."/></p>
            </xsl:for-each>
            <xsl:for-each select="f:abstract($tei)">
              <p class="summary" lang="{$edition-language}"><xsl:value-of select="."/></p>
            </xsl:for-each>
            <xsl:variable name="kept" as="xs:string" select="f:kept($tei)"/>
            <xsl:if test="$kept ne ''"><p class="kept"><xsl:value-of select="$kept"/></p></xsl:if>
            <nav class="views" aria-label="{f:say('views-of-document')}">
              <ul>
                <xsl:for-each select="$views[@name ne 'facsimile' or map:size($images) gt 0]">
                  <li>
                    <a href="{@file}">
                      <xsl:if test="@name eq $in-view">
                        <xsl:attribute name="aria-current" select="if (@file eq $file) then 'page' else 'true'"/>
                      </xsl:if>
                      <xsl:value-of select="f:say(@key)"/>
                    </a>
                  </li>
                </xsl:for-each>
                <xsl:if test="$edition-pages = 'panes'">
                  <li class="to-panes">
                    <a href="../panes.html#left={encode-for-uri($document-name)}/{$file}"><xsl:value-of select="f:say('to-panes')"/></a>
                  </li>
                </xsl:if>
                <xsl:if test="exists($key)">
                  <li class="to-key"><a href="#key"><xsl:value-of select="f:say('to-key')"/></a></li>
                </xsl:if>
              </ul>
            </nav>
            <xsl:sequence select="$notice"/>
            <xsl:if test="empty($sheet)"><xsl:call-template name="part:contents"/></xsl:if>
          </header>
          <div class="sheet">
            <xsl:sequence select="$before"/>
            <xsl:if test="$heading ne ''">
              <h2 id="standing"><xsl:value-of select="$heading"/></h2>
            </xsl:if>
            <xsl:sequence select="$sheet"/>
            <xsl:if test="empty($sheet)">
            <div class="transcription" id="text" lang="{$language}" dir="{f:direction($language)}">
              <xsl:sequence select="$text"/>
            </div>
            <xsl:sequence select="$notes"/>
            <div class="below">
              <xsl:if test="$room gt 0"><xsl:attribute name="data-room" select="$room"/></xsl:if>
              <xsl:call-template name="part:register"/>
            </div>
            </xsl:if>
          </div>
          <div class="apparatus">
            <xsl:call-template name="part:metadata"/>
            <xsl:call-template name="part:compared-with"/>
            <xsl:call-template name="part:context"/>
            <xsl:sequence select="$key"/>
            <xsl:call-template name="part:cite">
              <xsl:with-param name="file" select="$file"/>
            </xsl:call-template>
            <xsl:if test="empty($sheet)"><xsl:call-template name="part:hands"/></xsl:if>
            <xsl:call-template name="part:downloads"/>
            <xsl:call-template name="part:formerly">
              <xsl:with-param name="passages" select="$formerly?passages"/>
              <xsl:with-param name="language" select="$language"/>
            </xsl:call-template>
          </div>
          <xsl:if test="empty($sheet)"><xsl:call-template name="part:conventions"/></xsl:if>
          <p class="to-top"><a href="#top"><xsl:value-of select="f:say('to-top')"/></a></p>
          </article>
        </main></xsl:variable>
        <xsl:sequence select="f:mended($main)"/>
        <xsl:call-template name="part:foot"/>
      </body>
    </html>
  </xsl:template>

  <!-- Where the source is kept, under which number. -->
  <xsl:function name="f:kept" as="xs:string">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="kept" as="element(msIdentifier)?" select="($tei/teiHeader/fileDesc/sourceDesc//msDesc/msIdentifier)[1]"/>
    <xsl:sequence select="string-join($kept/(settlement, institution, repository, collection, idno)/normalize-space()[not(. = ('', 'unknown'))], ', ')"/>
  </xsl:function>

  <!-- What the document is about, in the editor's words: of several abstracts, the first. -->
  <xsl:function name="f:abstract" as="xs:string?">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="
      (($tei/teiHeader/profileDesc/abstract, $tei/teiHeader/fileDesc/sourceDesc//msContents/summary) ! f:plain(.))[. ne ''][1]"/>
  </xsl:function>

  <!-- The document as files, to be kept and worked with. -->
  <xsl:template name="part:downloads" as="element(Q{}section)">
    <section class="downloads" aria-labelledby="downloads">
      <h2 id="downloads"><xsl:value-of select="f:say('downloads')"/></h2>
      <ul>
        <li><a href="../tei/{$document-name}.xml" type="application/tei+xml"><xsl:value-of select="f:say('download-tei')"/></a></li>
        <li><a href="{$document-name}.reading.txt" type="text/plain"><xsl:value-of select="f:say('download-reading')"/></a></li>
        <li><a href="{$document-name}.diplomatic.txt" type="text/plain"><xsl:value-of select="f:say('download-diplomatic')"/></a></li>
      </ul>
    </section>
  </xsl:template>

  <!-- The way to the documents before and after this one. -->
  <xsl:template name="part:neighbours" as="element(Q{}nav)">
    <nav class="neighbours" aria-label="{f:say('documents')}">
      <ul>
        <xsl:if test="$previous-name ne ''">
          <li><a rel="prev" href="../{$previous-name}/index.html" aria-label="{f:say('neighbour-previous-title', map { 'title': $previous-title })}" title="{$previous-title}"><xsl:value-of select="f:say('neighbour-previous')"/></a></li>
        </xsl:if>
        <xsl:if test="$next-name ne ''">
          <li><a rel="next" href="../{$next-name}/index.html" aria-label="{f:say('neighbour-next-title', map { 'title': $next-title })}" title="{$next-title}"><xsl:value-of select="f:say('neighbour-next')"/></a></li>
        </xsl:if>
      </ul>
    </nav>
  </xsl:template>

</xsl:transform>
