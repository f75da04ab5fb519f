<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:withdrawn">

  <!-- What stands at the address of a page that an earlier version of the edition had: when it went, and where its words are; from the edition's header. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="title" as="xs:string" select="if ($withdrawn?title ne '')
      then f:say('withdrawn-title', map { 'title': f:quoted($withdrawn?title) }) else f:say('withdrawn-page')"/>
    <xsl:variable name="index" as="element(Q{}a)"><a href="{$withdrawn?root}index.html"><xsl:value-of select="f:say('withdrawn-index')"/></a></xsl:variable>
    <xsl:call-template name="part:edition-page">
      <xsl:with-param name="view" select="'withdrawn'"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="root" select="$withdrawn?root"/>
      <xsl:with-param name="main" as="element(Q{}main)">
        <main class="stand-in" id="main">
          <h1>
            <!-- What every document has an id for: isOfEveryDocument in src/encode/named-ids.ts. -->
            <xsl:if test="$document-name ne ''">
              <xsl:for-each select="'text', (1 to count($edition-editors)) ! ('ed' || .)">
                <span id="{$document-name}.{.}"/>
              </xsl:for-each>
            </xsl:if>
            <xsl:value-of select="$title"/>
          </h1>
          <xsl:if test="exists($withdrawn?heirs)">
            <xsl:variable name="heirs" as="node()*">
              <xsl:for-each select="$withdrawn?heirs">
                <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
                <a href="../{?name}/index.html"><xsl:value-of select="?title"/></a>
              </xsl:for-each>
            </xsl:variable>
            <p class="heirs"><xsl:sequence select="f:say-nodes('withdrawn-heirs', map { 'documents': $heirs })"/></p>
          </xsl:if>
          <p>
            <xsl:sequence select="
              if ($withdrawn?release ne '') then f:say-nodes('withdrawn-text', map { 'version': $withdrawn?release, 'index': $index })
              else f:say-nodes('withdrawn-page-text', map { 'index': $index })"/>
          </p>
          <xsl:call-template name="part:formerly">
            <xsl:with-param name="passages" select="$withdrawn?formerly"/>
            <xsl:with-param name="language" select="f:language(/)"/>
          </xsl:call-template>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:transform>
