<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The signs that this document uses, each shown by an example of itself. -->
  <xsl:template name="part:key-to-signs" as="element(Q{}section)?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="text" as="element(text)?" select="TEI/text"/>
    <xsl:variable name="signs" as="element()*">
      <xsl:if test="$text//del[not(@instant = 'true')]">
        <dt><del>struck</del></dt><dd>struck out</dd>
      </xsl:if>
      <xsl:if test="$text//del[@instant = 'true']">
        <dt><del data-instant="true" data-rend="unmarked">begun</del></dt><dd>false start, given up in the act of writing</dd>
      </xsl:if>
      <xsl:for-each select="distinct-values($text//add/string(@place))">
        <dt><ins><xsl:if test=". ne ''"><xsl:attribute name="data-place" select="."/></xsl:if><xsl:value-of select="if (. eq '') then 'added' else f:words(.)"/></ins></dt>
        <dd>
          <xsl:text>added</xsl:text>
          <xsl:choose>
            <xsl:when test=". = ('above', 'below')"><xsl:value-of select="' ' || . || ' the line'"/></xsl:when>
            <xsl:when test=". ne ''"><xsl:value-of select="' (' || f:words(.) || ')'"/></xsl:when>
          </xsl:choose>
        </dd>
      </xsl:for-each>
      <xsl:if test="$text//choice[sic]">
        <dt><span class="sic">sic</span></dt><dd>so in the transcription; the note gives the correction</dd>
      </xsl:if>
      <xsl:if test="$text//unclear">
        <dt><span class="unclear">doubtful</span></dt><dd>reading uncertain</dd>
      </xsl:if>
      <xsl:if test="$text//supplied">
        <dt><span class="supplied">supplied</span></dt><dd>by the editor, not in the source</dd>
      </xsl:if>
      <xsl:if test="$text//gap">
        <dt>[…]</dt><dd>not legible or lost</dd>
      </xsl:if>
      <xsl:if test="$text//pb">
        <dt>| 2</dt><dd>a new page begins</dd>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="exists($signs)">
      <section class="key" aria-labelledby="key">
        <h2 id="key">Key to signs</h2>
        <dl><xsl:sequence select="$signs"/></dl>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:transform>
