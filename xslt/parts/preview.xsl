<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    What pages have while an edition is previewed, and never when it is built: the script that asks “stet
    serve” whether something has changed, with its words, and the leave to ask.
  -->

  <xsl:variable name="preview-script" as="xs:string" select="'preview.js'"/>
  <xsl:variable name="is-preview" as="xs:boolean" select="map:keys($scripts) ! $scripts(.) = $preview-script"/>
  <xsl:variable name="policy-of-preview" as="xs:string" select="if ($is-preview) then '; connect-src ''self''' else ''"/>

  <xsl:template name="part:preview-script" as="element(Q{}script)">
    <xsl:param name="root" as="xs:string"/>
    <script defer="defer" src="{$root}assets/{$preview-script}"
      data-one-error="{f:say('preview-one-error')}" data-errors="{f:say('preview-errors')}"
      data-show="{f:say('preview-show')}" data-close="{f:say('preview-close')}"
      data-more="{f:say('preview-more')}" data-mended="{f:say('preview-mended')}"
      data-stopped="{f:say('preview-stopped')}"></script>
  </xsl:template>

  <!-- A page in the place of one that cannot be shown; where it will stand is not known, so its links begin at the server. -->
  <xsl:template name="part:notice-page" as="element(Q{}html)">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="text" as="node()*"/>
    <xsl:call-template name="part:edition-page">
      <xsl:with-param name="view" select="$view"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="root" select="'/'"/>
      <xsl:with-param name="main" as="element(Q{}main)">
        <main class="stand-in" id="main">
          <h1><xsl:value-of select="$title"/></h1>
          <p><xsl:sequence select="$text"/></p>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:transform>
