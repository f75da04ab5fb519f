<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The editor's declarations, and the hands and stages that the document distinguishes. -->

  <xsl:template name="part:conventions" as="element(Q{}section)?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="declared" as="element()*" select="f:about(/)/teiHeader/encodingDesc/editorialDecl/*"/>
    <xsl:if test="exists($declared)">
      <section class="conventions" aria-labelledby="conventions">
        <h2 id="conventions"><xsl:value-of select="f:say('conventions')"/></h2>
        <dl>
          <xsl:for-each select="$declared[not(self::p)]">
            <dt><xsl:value-of select="f:capitalised(f:say-value('declared', local-name()))"/></dt>
            <dd>
              <xsl:sequence select="f:text-language(.)"/>
              <xsl:value-of select="string-join((p, .[not(p)]) ! f:declared(.), ' ')"/>
            </dd>
          </xsl:for-each>
        </dl>
        <xsl:apply-templates select="$declared[self::p]" mode="part:prose"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!--
    A declaration's words; a list of signs is shown with the key to signs. Where the words led to the list with
    a colon, they come to a full stop.
  -->
  <xsl:function name="f:declared" as="xs:string">
    <xsl:param name="declaration" as="element()"/>
    <xsl:variable name="words" as="xs:string"
      select="normalize-space(string-join($declaration//text()[not(ancestor::list)]))"/>
    <xsl:sequence select="
      if (empty(($declaration | $declaration/following-sibling::*[1])/self::*/list)) then $words
      else string-join((replace($words, ':$', '.')[$words ne ''], f:say('signs-elsewhere')[$declaration/list]), ' ')"/>
  </xsl:function>

  <xsl:template name="part:hands" as="element(Q{}section)*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="hands" as="element(handNote)*" select="f:members(f:about(/))/teiHeader//handNote"/>
    <xsl:variable name="stages" as="element(change)*" select="f:about(/)/teiHeader//listChange//change[not(ancestor::revisionDesc)]"/>
    <xsl:if test="exists($hands)">
      <section class="hands" aria-labelledby="hands">
        <h2 id="hands"><xsl:value-of select="f:say('hands')"/></h2>
        <ul>
          <xsl:for-each select="$hands">
            <li>
              <xsl:sequence select="f:id(.), f:text-language(.)"/>
              <xsl:value-of select="f:described(.)"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
    <xsl:if test="exists($stages)">
      <section class="stages" aria-labelledby="stages">
        <h2 id="stages"><xsl:value-of select="f:say('stages')"/></h2>
        <ol>
          <xsl:for-each select="$stages">
            <li>
              <xsl:sequence select="f:id(.), f:text-language(.)"/>
              <xsl:value-of select="f:described(.)"/>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A hand or a stage in words. -->
  <xsl:function name="f:described" as="xs:string">
    <xsl:param name="declared" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="
      (normalize-space($declared)[. ne ''], $declared/@scribe/string(), $declared/@xml:id/string(), f:say('hand-unnamed'))[1]"/>
    <xsl:variable name="more" as="xs:string*" select="
      $declared/@medium/f:say-value('medium', .), $declared[self::change]/@when ! f:say-date(.)"/>
    <xsl:sequence select="$words || (if (exists($more)) then ' (' || string-join($more, ', ') || ')' else '')"/>
  </xsl:function>

  <xsl:template match="p" mode="part:prose" as="element(Q{}p)">
    <p><xsl:sequence select="f:text-language(.)"/><xsl:apply-templates mode="#current"/></p>
  </xsl:template>

  <xsl:template match="ref | ptr" mode="part:prose" as="item()*">
    <xsl:sequence select="f:link(string(@target), (normalize-space(.)[. ne ''], string(@target))[1])"/>
  </xsl:template>

</xsl:transform>
