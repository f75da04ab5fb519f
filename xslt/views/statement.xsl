<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part"
  xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:statement">

  <!-- What the editors answer for: their textual statement, question by question, and who made each document's text. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:call-template name="part:edition-page">
      <xsl:with-param name="view" select="'statement'"/>
      <xsl:with-param name="title" select="f:say('page-statement')"/>
      <xsl:with-param name="language" select="$interface"/>
      <xsl:with-param name="main" as="element(Q{}main)">
        <main class="statement" id="main">
          <h1><xsl:value-of select="f:say('page-statement')"/></h1>
          <xsl:for-each select="$listing?statement">
            <section aria-labelledby="{?slot}">
              <h2 id="{?slot}"><xsl:value-of select="f:say-value('statement', ?slot)"/></h2>
              <xsl:choose>
                <xsl:when test="?answer eq ''"><p class="empty"><xsl:value-of select="f:say('statement-empty')"/></p></xsl:when>
                <xsl:otherwise>
                  <xsl:for-each select="tokenize(?answer, '\n+')[normalize-space()]">
                    <p><xsl:sequence select="f:lang($edition-language)"/><xsl:value-of select="."/></p>
                  </xsl:for-each>
                </xsl:otherwise>
              </xsl:choose>
            </section>
          </xsl:for-each>
          <xsl:if test="exists($listing?making)">
            <section aria-labelledby="making">
              <h2 id="making"><xsl:value-of select="f:say('statement-making')"/></h2>
              <ul class="making">
                <xsl:for-each select="$listing?making">
                  <xsl:variable name="document" as="map(*)" select="."/>
                  <li>
                    <a href="{?name}/index.html"><xsl:sequence select="f:lang(?language)"/><xsl:value-of select="?title"/></a>
                    <dl>
                      <xsl:for-each select="'kept', 'transcribed', 'proofRead'">
                        <div>
                          <dt><xsl:value-of select="f:say-value('making', .)"/></dt>
                          <dd><xsl:value-of select="($document(.)[. ne ''], f:say('statement-empty'))[1]"/></dd>
                        </div>
                      </xsl:for-each>
                    </dl>
                  </li>
                </xsl:for-each>
              </ul>
            </section>
          </xsl:if>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:transform>
