<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs map view part f"
  default-mode="view:contents">

  <!-- The first pages of the edition's e-book: its title, what it is, and its contents; a row's name is that of its chapter. -->
  <xsl:template match="/" as="element(Q{http://www.w3.org/1999/xhtml}html)">
    <xsl:variable name="language" as="xs:string" select="($edition-language[. ne ''], $interface)[1]"/>
    <html lang="{$interface}" xml:lang="{$interface}">
      <head>
        <title><xsl:value-of select="$edition-title"/></title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body>
        <header class="title-page">
          <h1 lang="{$language}" xml:lang="{$language}"><xsl:value-of select="$edition-title"/></h1>
          <xsl:if test="exists($edition-editors)">
            <p><xsl:value-of select="f:say('edition-editors', map { 'editors': f:enumerated($edition-editors) })"/></p>
          </xsl:if>
          <p>
            <xsl:value-of select="string-join((f:say('edition-version', map { 'version': $edition-version }),
              $edition-date[. ne ''] ! f:say-date(.)), ', ')"/>
          </p>
          <xsl:for-each select="teiCorpus/teiHeader/encodingDesc/projectDesc/p[normalize-space()]">
            <p lang="{$language}" xml:lang="{$language}"><xsl:value-of select="f:plain(.)"/></p>
          </xsl:for-each>
          <xsl:if test="$edition-licence ne ''"><p><xsl:value-of select="$edition-licence"/></p></xsl:if>
        </header>
        <nav epub:type="toc" aria-labelledby="contents">
          <h2 id="contents"><xsl:value-of select="f:say('documents')"/></h2>
          <ol>
            <xsl:for-each select="$listing?groups?documents">
              <li><a href="{?name}.xhtml" lang="{?language}" xml:lang="{?language}"><xsl:value-of select="?title"/></a></li>
            </xsl:for-each>
          </ol>
        </nav>
      </body>
    </html>
  </xsl:template>

</xsl:transform>
