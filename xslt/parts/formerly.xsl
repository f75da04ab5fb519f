<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What can have become of a passage: the name in the code, the key of the words for it. -->
  <xsl:variable name="fates-of-passages" as="element(Q{}fate)+">
    <fate xmlns="" name="deleted" key="formerly-deleted"/>
    <fate xmlns="" name="repeated" key="formerly-repeated"/>
    <fate xmlns="" name="joined" key="formerly-joined"/>
    <fate xmlns="" name="rewritten" key="formerly-rewritten"/>
    <fate xmlns="" name="moved" key="formerly-moved"/>
  </xsl:variable>

  <!-- What was published on this page and stands here no more, each at the address that it had; see FormerPassage in src/model/page.ts. -->
  <xsl:template name="part:formerly" as="element(Q{}section)?">
    <xsl:param name="passages" as="map(*)*"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:if test="exists($passages)">
      <section class="formerly" aria-labelledby="formerly">
        <h2 id="formerly"><xsl:value-of select="f:say('formerly')"/></h2>
        <p><xsl:value-of select="f:say('formerly-about')"/></p>
        <ul>
          <xsl:for-each select="$passages">
            <li id="{f:fragment(?id)}">
              <xsl:variable name="fate-of" as="xs:string" select="?fate"/>
              <xsl:variable name="places" as="node()*">
                <xsl:for-each select="?places">
                  <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
                  <xsl:sequence select="f:place-of-passage(., $fate-of, $language)"/>
                </xsl:for-each>
              </xsl:variable>
              <xsl:variable name="said" as="element(Q{}span)"><span lang="{$language}" dir="{f:direction($language)}"><xsl:value-of select="?words"/></span></xsl:variable>
              <xsl:variable name="fate" as="element(Q{}span)">
                <span class="fate"><xsl:sequence select="f:say-nodes($fates-of-passages[@name eq $fate-of]/@key, map { 'version': ?release, 'places': $places })"/></span>
              </xsl:variable>
              <xsl:sequence select="f:say-nodes('formerly-entry', map { 'words': f:say-nodes('quoted', map { 'words': $said }), 'fate': $fate })"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The way to the passage: called by its document where its words are the same, by its words where they are others; in its own document, on the page of the same view. -->
  <xsl:function name="f:place-of-passage" as="node()+">
    <xsl:param name="place" as="map(*)"/>
    <xsl:param name="fate" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="page" as="xs:string" select="if ($place?document eq $document-name) then '' else '../' || $place?document || '/index.html'"/>
    <xsl:variable name="by-title" as="xs:boolean" select="$page ne '' and $fate = ('moved', 'repeated')"/>
    <xsl:variable name="link" as="element(Q{}a)"><a href="{$page}#{f:fragment($place?id)}" lang="{$language}"><xsl:value-of select="if ($by-title) then $place?title else $place?words"/></a></xsl:variable>
    <xsl:choose>
      <xsl:when test="$page eq '' or $by-title"><xsl:sequence select="$link"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="f:say-nodes('formerly-place', map { 'words': $link, 'document': $place?title })"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:transform>
