<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="urn:x-stet:comparison"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:witnesses">

  <!-- The texts of which the edition has several witnesses, and how far these agree; from the list of all comparisons. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:call-template name="part:edition-page">
      <xsl:with-param name="view" select="'witnesses'"/>
      <xsl:with-param name="title" select="f:say('page-witnesses')"/>
      <xsl:with-param name="language" select="$interface"/>
      <xsl:with-param name="main" as="element(Q{}main)">
        <main class="witnesses" id="main">
          <h1><xsl:value-of select="f:say('page-witnesses')"/></h1>
          <p class="notice"><xsl:value-of select="f:say('witnesses-notice')"/></p>
          <xsl:apply-templates select="c:witnesses/c:text"/>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="c:text" as="element(Q{}section)">
    <xsl:variable name="text" as="element(c:text)" select="."/>
    <section class="text" aria-labelledby="text-{position()}">
      <h2 id="text-{position()}"><xsl:value-of select="c:document[1]/@title"/></h2>
      <div class="table">
        <table>
          <caption><xsl:value-of select="f:say('witnesses-table')"/></caption>
          <thead>
            <tr>
              <td></td>
              <xsl:for-each select="c:document[position() gt 1]">
                <th scope="col"><a href="{@name}/index.html"><xsl:value-of select="@title"/></a></th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="c:document[position() lt last()]">
              <xsl:variable name="a" as="element(c:document)" select="."/>
              <tr>
                <th scope="row"><a href="{@name}/index.html"><xsl:value-of select="@title"/></a></th>
                <xsl:for-each select="$text/c:document[position() gt 1]">
                  <xsl:variable name="pair" as="element(c:pair)?" select="$text/c:pair[@a = $a/@name][@b = current()/@name]"/>
                  <td>
                    <xsl:choose>
                      <xsl:when test="exists($pair)">
                        <a href="{$pair/@a}/with-{$pair/@b}.html">
                          <xsl:value-of select="f:say('percent', map { 'n': f:percent-agreeing($pair/@words-in-a, $pair/@words-in-b, $pair/@agreeing) })"/>
                        </a>
                      </xsl:when>
                      <xsl:when test=". &gt;&gt; $a">—</xsl:when>
                    </xsl:choose>
                  </td>
                </xsl:for-each>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </section>
  </xsl:template>

</xsl:transform>
