<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What every page has: its head, the way to the edition's other pages, its foot. -->

  <xsl:variable name="policy" as="xs:string" select="
    'default-src ''none''; img-src ''self''; style-src ''self''; script-src ''self''; base-uri ''none''; form-action ''none''' || $policy-of-preview"/>

  <xsl:template name="part:head" as="element(Q{}head)">
    <xsl:param name="view" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:param name="tei" as="xs:string"/>
    <!-- What describes the page for programs. -->
    <xsl:param name="described" as="element()*" select="()"/>
    <!-- Whether pages of this site may stand in the page. -->
    <xsl:param name="frames" as="xs:boolean" select="false()"/>
    <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="{$policy}{'; frame-src ''self'''[$frames]}"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title><xsl:value-of select="$title"/></title>
      <xsl:for-each select="$styles">
        <link rel="stylesheet" href="{$root}assets/{.}"/>
      </xsl:for-each>
      <!-- Comforts only: each page is whole without them. Deferred, and no modules, which a browser does not load from a disk. -->
      <xsl:for-each select="$scripts($view)[. ne $preview-script]">
        <script defer="defer" src="{$root}assets/{.}"></script>
      </xsl:for-each>
      <xsl:if test="$is-preview">
        <xsl:call-template name="part:preview-script">
          <xsl:with-param name="root" select="$root"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$tei ne ''">
        <link rel="alternate" type="application/tei+xml" href="{$tei}" title="TEI"/>
      </xsl:if>
      <xsl:sequence select="$described"/>
    </head>
  </xsl:template>

  <!-- The pages of the whole edition: the view, the file, the key of its name. -->
  <xsl:variable name="edition-views" as="element(Q{}view)+">
    <view xmlns="" name="index" file="index.html" key="page-index"/>
    <view xmlns="" name="dates" file="dates.html" key="page-dates"/>
    <view xmlns="" name="correspondents" file="correspondents.html" key="page-correspondents"/>
    <view xmlns="" name="places" file="places.html" key="page-places"/>
    <view xmlns="" name="kinds" file="kinds.html" key="page-kinds"/>
    <view xmlns="" name="names" file="names.html" key="page-names"/>
    <view xmlns="" name="witnesses" file="witnesses.html" key="page-witnesses"/>
    <view xmlns="" name="panes" file="panes.html" key="page-panes"/>
    <view xmlns="" name="statement" file="statement.html" key="page-statement"/>
    <view xmlns="" name="search" file="search.html" key="page-search"/>
  </xsl:variable>

  <!-- The way to the pages of the whole edition that there are. -->
  <xsl:template name="part:edition-pages" as="element(Q{}nav)">
    <xsl:param name="root" as="xs:string"/>
    <xsl:param name="view" as="xs:string" select="''"/>
    <nav class="edition-pages" aria-label="{f:say('edition-pages')}">
      <ul>
        <xsl:for-each select="$edition-views[@name = $edition-pages]">
          <li>
            <a href="{$root}{@file}">
              <xsl:if test="@name eq $view"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
              <xsl:value-of select="f:say(@key)"/>
            </a>
          </li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:template>

  <!-- A page of the whole edition: what is its own stands in “main”. -->
  <xsl:template name="part:edition-page" as="element(Q{}html)">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="main" as="element(Q{}main)"/>
    <!-- The way back to the site's own folder: empty, or steps up. -->
    <xsl:param name="root" as="xs:string" select="''"/>
    <xsl:param name="language" as="xs:string" select="f:language(/)"/>
    <xsl:param name="frames" as="xs:boolean" select="false()"/>
    <!-- What the head of the page leads to. -->
    <xsl:param name="described" as="element(Q{}link)*" select="()"/>
    <html lang="{$language}">
      <xsl:call-template name="part:head">
        <xsl:with-param name="frames" select="$frames"/>
        <xsl:with-param name="view" select="$view"/>
        <xsl:with-param name="title" select="string-join(($title, $edition-title[. ne $title]), ' · ')"/>
        <xsl:with-param name="root" select="$root"/>
        <xsl:with-param name="tei" select="''"/>
        <xsl:with-param name="described" select="$described"/>
      </xsl:call-template>
      <body class="view-{$view}" lang="{$interface}">
        <a class="skip" href="#main"><xsl:value-of select="f:say('skip-to-page')"/></a>
        <header class="masthead">
          <p class="edition-title"><xsl:sequence select="f:lang($edition-language)"/><a href="{$root}index.html"><xsl:value-of select="$edition-title"/></a></p>
          <xsl:call-template name="part:edition-pages">
            <xsl:with-param name="root" select="$root"/>
            <xsl:with-param name="view" select="$view"/>
          </xsl:call-template>
          <xsl:call-template name="part:options"/>
        </header>
        <xsl:sequence select="$main"/>
        <xsl:call-template name="part:foot"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="part:foot" as="element(Q{}footer)">
    <footer class="colophon">
      <p>
        <xsl:sequence select="f:say-nodes(if ($edition-version ne '') then 'colophon-title-version' else 'colophon-title', map {
          'title': f:in-language($edition-language, $edition-title), 'version': $edition-version })"/>
      </p>
      <xsl:if test="$edition-licence ne ''">
        <p><xsl:sequence select="f:say-nodes('colophon-licence', map { 'licence': f:link($edition-licence-url, $edition-licence) })"/></p>
      </xsl:if>
      <p><xsl:value-of select="f:say('colophon-maker')"/></p>
    </footer>
  </xsl:template>

</xsl:transform>
