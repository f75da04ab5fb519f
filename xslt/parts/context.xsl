<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- How a document stands to the others: before and after it in its correspondence, and where it is mentioned; see DocumentContext in src/model/page.ts. -->
  <xsl:template name="part:context" as="element(Q{}section)?">
    <xsl:variable name="letters" as="map(*)?" select="$context?correspondence"/>
    <xsl:variable name="mentions" as="map(*)*" select="$context?mentionedIn"/>
    <xsl:if test="exists(($letters, $mentions))">
      <section class="context" aria-labelledby="context">
        <h2 id="context"><xsl:value-of select="f:say('context')"/></h2>
        <dl>
          <xsl:if test="exists($letters)">
            <dt>
              <xsl:value-of select="f:say('context-correspondence', map {
                'names': f:enumerated($letters?between), 'position': xs:integer($letters?position), 'count': xs:integer($letters?count) })"/>
            </dt>
            <xsl:sequence select="$letters?previous ! f:beside(., 'context-before'), $letters?next ! f:beside(., 'context-after')"/>
          </xsl:if>
          <xsl:if test="exists($mentions)">
            <dt><xsl:value-of select="f:say('context-mentioned')"/></dt>
            <xsl:for-each select="$mentions">
              <dd><xsl:sequence select="f:to-document(.)"/></dd>
            </xsl:for-each>
          </xsl:if>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The letter before or after. -->
  <xsl:function name="f:beside" as="element(Q{}dd)">
    <xsl:param name="row" as="map(*)"/>
    <xsl:param name="key" as="xs:string"/>
    <dd class="{$key}"><xsl:sequence select="f:say-nodes($key, map { 'document': f:to-document($row) })"/></dd>
  </xsl:function>

  <xsl:function name="f:to-document" as="node()+">
    <xsl:param name="row" as="map(*)"/>
    <a href="../{$row?name}/index.html" lang="{$row?language}"><xsl:value-of select="$row?title"/></a>
    <xsl:if test="$row?date ne ''"><span class="when">, <xsl:value-of select="$row?date"/></span></xsl:if>
  </xsl:function>

</xsl:transform>
