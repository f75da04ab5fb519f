<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Names in the text, and the section that tells who and what they are. -->

  <!-- The entry to which a name leads. -->
  <xsl:function name="f:entry" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="f:pointed($name/@ref)[self::person or self::place or self::org][1]"/>
  </xsl:function>

  <!-- A name is a link; where it holds links itself, such as the sign of a note, the link follows it. -->
  <xsl:template match="persName | placeName | orgName | rs" mode="part:final part:standing part:first part:numbered" as="element()+">
    <xsl:variable name="entry" as="element()?" select="f:entry(.)"/>
    <xsl:variable name="content" as="node()*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:variable name="is-link" as="xs:boolean" select="
      exists($entry) and not(f:is-in-link(.)) and empty($content/descendant-or-self::Q{}a)"/>
    <xsl:element name="{if ($is-link) then 'a' else 'span'}" namespace="">
      <xsl:attribute name="class" select="string-join((local-name(), $entry ! 'name'), ' ')"/>
      <xsl:if test="$is-link"><xsl:attribute name="href" select="'#' || $entry/@xml:id"/></xsl:if>
      <xsl:call-template name="part:described"/>
      <xsl:sequence select="$content"/>
    </xsl:element>
    <xsl:if test="exists($entry) and not($is-link or f:is-in-link(.))">
      <a class="name-mark" href="#{$entry/@xml:id}" aria-label="About {f:plain($entry/(persName | placeName | orgName)[1])}"></a>
    </xsl:if>
  </xsl:template>

  <!-- Persons, places and organisations of this document. -->
  <xsl:template name="part:register" as="element(Q{}section)?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="lists" as="element()*" select="TEI/standOff/(listPerson | listPlace | listOrg)"/>
    <xsl:if test="exists($lists)">
      <section class="register" aria-labelledby="register">
        <h2 id="register">Persons, places and organisations</h2>
        <xsl:for-each select="$lists">
          <h3><xsl:value-of select="if (self::listPerson) then 'Persons' else if (self::listPlace) then 'Places' else 'Organisations'"/></h3>
          <ul>
            <xsl:for-each select="person | place | org">
              <xsl:sort select="lower-case(f:plain((persName | placeName | orgName)[1]))"/>
              <xsl:call-template name="part:register-entry"/>
            </xsl:for-each>
          </ul>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="part:register-entry" as="element(Q{}li)">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="names" as="xs:string*" select="(persName | placeName | orgName) ! f:plain(.)"/>
    <xsl:variable name="life" as="xs:string" select="f:life(.)"/>
    <li>
      <xsl:sequence select="f:id(.)"/>
      <p>
        <span class="entry-name"><xsl:value-of select="$names[1]"/></span>
        <xsl:value-of select="if ($life ne '') then ' (' || $life || ')' else ''"/>
        <xsl:if test="exists(tail($names))">
          <xsl:text>, also </xsl:text>
          <xsl:value-of select="f:enumerated(tail($names))"/>
        </xsl:if>
      </p>
      <xsl:for-each select="note"><p><xsl:value-of select="f:plain(.)"/></p></xsl:for-each>
      <xsl:variable name="place" as="xs:string?" select="
      string-join((location/country ! f:plain(.), location/geo ! ('at ' || replace(normalize-space(.), '\s+', ', '))), ' · ')[. ne '']"/>
      <xsl:if test="exists((idno, $place))">
        <p class="identifiers">
          <xsl:for-each select="idno">
            <xsl:if test="position() gt 1"><xsl:text> · </xsl:text></xsl:if>
            <xsl:sequence select="f:authority(.)"/>
          </xsl:for-each>
          <xsl:value-of select="if (idno and $place) then ' · ' || $place else f:capitalised(string($place))"/>
        </p>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:function name="f:life" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="begun" as="xs:string?" select="($entry/birth[1] ! f:when(.), $entry/@from/string())[. ne ''][1]"/>
    <xsl:variable name="ended" as="xs:string?" select="($entry/death[1] ! f:when(.), $entry/@to/string())[. ne ''][1]"/>
    <xsl:sequence select="
      if (exists($begun) and exists($ended)) then $begun || ' – ' || $ended
      else if (exists($begun)) then (if ($entry/self::person) then 'born ' else 'from ') || $begun
      else if (exists($ended)) then (if ($entry/self::person) then 'died ' else 'until ') || $ended
      else ''"/>
  </xsl:function>

  <!-- A date as said, or the limits between which it lies. -->
  <xsl:function name="f:when" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="
      (f:plain($date)[. ne ''], $date/@when/string(),
       string-join(($date/@notBefore ! ('not before ' || .), $date/@notAfter ! ('not after ' || .)), ', '))[1]"/>
  </xsl:function>

  <!-- A link to an authority file, if the address is one that this authority gives; else its text. -->
  <xsl:function name="f:authority" as="node()">
    <xsl:param name="number" as="element(idno)"/>
    <xsl:variable name="address" as="xs:string" select="normalize-space($number)"/>
    <xsl:variable name="pattern" as="xs:string?" select="
      map {
        'VIAF': '^https://(www\.)?viaf\.org/viaf/[0-9]+/?$',
        'GND': '^https://d-nb\.info/gnd/[0-9X-]+$',
        'Wikidata': '^https://www\.wikidata\.org/(wiki|entity)/Q[0-9]+$',
        'GeoNames': '^https://(www|sws)\.geonames\.org/[0-9]+(/[A-Za-z0-9.-]*)?$'
      }(string($number/@type))"/>
    <xsl:choose>
      <xsl:when test="exists($pattern) and matches($address, $pattern)">
        <a href="{$address}" rel="external"><xsl:value-of select="$number/@type"/></a>
      </xsl:when>
      <xsl:otherwise>
        <span class="identifier"><xsl:value-of select="string-join(($number/@type, $address), ': ')"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:transform>
