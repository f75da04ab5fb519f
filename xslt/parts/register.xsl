<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!--
    Persons, places, organisations, and whatever else a document lists: as a section of its own where the
    lists stand apart from the text, and in their place where they are part of it.
  -->

  <!-- Lists that stand apart: beside the text, or at its end. -->
  <xsl:function name="f:stands-beside" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="exists($list/ancestor::*[self::standOff or self::back]) and empty($list/ancestor::*[f:is-register-list(.)])"/>
  </xsl:function>

  <xsl:function name="f:is-register-list" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="exists($list[self::listPerson or self::listPlace or self::listOrg or self::listBibl or self::listEvent
      or self::listNym or self::listObject])"/>
  </xsl:function>

  <xsl:function name="f:is-entry" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/parent::*[f:is-register-list(.)])"/>
  </xsl:function>

  <xsl:function name="f:register-lists" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="f:members(f:about($of))/(standOff | text//back)//*[f:is-register-list(.)][f:stands-beside(.)]"/>
  </xsl:function>

  <!-- Persons, places and organisations of this document. -->
  <xsl:template name="part:register" as="element(Q{}section)?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="lists" as="element()*" select="f:register-lists(/)"/>
    <xsl:if test="exists($lists)">
      <section class="register" aria-labelledby="register">
        <h2 id="register">
          <xsl:value-of select="f:register-title($lists)"/>
        </h2>
        <xsl:for-each select="$lists">
          <h3><xsl:value-of select="f:list-name(.)"/></h3>
          <xsl:call-template name="part:register-list"/>
        </xsl:for-each>
        <xsl:if test="$edition-pages = 'names'">
          <p class="more"><a href="../names.html"><xsl:value-of select="f:say('register-everywhere')"/></a></p>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:register-title" as="xs:string">
    <xsl:param name="lists" as="element()*"/>
    <xsl:sequence select="
      if (every $list in $lists satisfies $list[self::listPerson or self::listPlace or self::listOrg])
      then f:say('register-persons') else f:say('register-things')"/>
  </xsl:function>

  <xsl:function name="f:list-name" as="xs:string">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="($list/head[1]/f:plain(.)[. ne ''], f:say-value('list', local-name($list)))[1]"/>
  </xsl:function>

  <xsl:template name="part:register-list" as="element(Q{}ul)?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="entries" as="element()*" select="* except head"/>
    <xsl:if test="exists($entries)">
      <ul>
        <xsl:for-each select="$entries">
          <xsl:sort select="lower-case(f:plain(f:label-of(.)))"/>
          <xsl:call-template name="part:register-entry"/>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[f:is-register-list(.)]" mode="part:final part:standing part:first part:numbered" priority="3" as="element(Q{}div)?">
    <xsl:if test="not(f:stands-beside(.))">
      <div class="register-list">
        <xsl:apply-templates select="head" mode="#current"/>
        <xsl:call-template name="part:register-list"/>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- An entry without a list. -->
  <xsl:template match="msDesc | msPart | msFrag | person | personGrp | place | org | event | object" mode="part:final part:standing part:first part:numbered"
    as="element(Q{}div)">
    <div class="register-list"><ul><xsl:call-template name="part:register-entry"/></ul></div>
  </xsl:template>

  <!-- What an entry is known by. -->
  <xsl:function name="f:label-of" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
      ($entry/(persName | placeName | orgName), $entry/(title | label | eventName | objectName | nym | form | msIdentifier),
       $entry/*[normalize-space()], $entry)[1]"/>
  </xsl:function>

  <xsl:template name="part:register-entry" as="element(Q{}li)">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="id" as="attribute(id)?" select="f:id(.)"/>
    <xsl:param name="mentions" as="element(Q{}ul)?" select="()"/>
    <xsl:variable name="label" as="element()" select="f:label-of(.)"/>
    <xsl:variable name="named" as="element()*" select="if ($label is .) then . else (persName | placeName | orgName | $label)"/>
    <xsl:variable name="names" as="xs:string*" select="$named ! f:data(.)"/>
    <xsl:variable name="life" as="xs:string" select="f:life(.)"/>
    <li>
      <xsl:sequence select="$id"/>
      <p>
        <span class="entry-name"><xsl:value-of select="$names[1]"/></span>
        <xsl:value-of select="if ($life ne '') then ' (' || $life || ')' else ''"/>
        <xsl:if test="exists(tail($names))">
          <xsl:value-of select="f:say('register-also', map { 'names': f:enumerated(distinct-values(tail($names))) })"/>
        </xsl:if>
      </p>
      <xsl:if test="not($label is .)">
        <xsl:for-each select="note"><p><xsl:value-of select="f:plain(.)"/></p></xsl:for-each>
        <xsl:call-template name="part:facts">
          <xsl:with-param name="facts" select="f:facts(.) except $named"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:variable name="place" as="xs:string?" select="
      string-join((location[f:is-spot(.)]/country ! f:plain(.), location[f:is-spot(.)]/geo ! f:say('register-located', map { 'place': f:coordinates(.) })), ' · ')[. ne '']"/>
      <xsl:if test="exists((idno, $place)) and not($label/self::idno)">
        <p class="identifiers">
          <xsl:for-each select="idno">
            <xsl:if test="position() gt 1"><xsl:text> · </xsl:text></xsl:if>
            <xsl:sequence select="f:authority(.)"/>
          </xsl:for-each>
          <xsl:value-of select="if (idno and $place) then ' · ' || $place else f:capitalised(string($place))"/>
        </p>
      </xsl:if>
      <xsl:sequence select="$mentions, f:everywhere(.)"/>
    </li>
  </xsl:template>

  <!-- From an entry on a document's page to that in the edition's registers. -->
  <xsl:function name="f:everywhere" as="element(Q{}p)?">
    <xsl:param name="entry" as="element()"/>
    <xsl:if test="exists($context?entries)">
      <xsl:variable name="id" as="xs:string" select="f:entity($entry)"/>
      <xsl:for-each select="$context?entries($id)">
        <xsl:variable name="often" as="xs:string" select="f:say-count('register-named', xs:integer(?count))"/>
        <p class="everywhere">
          <a href="../{?page}#{f:fragment($id)}" aria-label="{f:plain(f:label-of($entry))}: {$often}"><xsl:value-of select="$often"/></a>
        </p>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!-- Two numbers are parted by a comma, unless they hold one themselves. -->
  <xsl:function name="f:coordinates" as="xs:string">
    <xsl:param name="geo" as="element(geo)"/>
    <xsl:sequence select="
      if (contains($geo, ',')) then normalize-space($geo) else replace(normalize-space($geo), '\s+', ', ')"/>
  </xsl:function>

  <!-- A location that is a country and a pair of numbers, and no more. -->
  <xsl:function name="f:is-spot" as="xs:boolean">
    <xsl:param name="location" as="element(location)"/>
    <xsl:sequence select="empty($location/(* except (country | geo))) and empty($location/text()[normalize-space()])"/>
  </xsl:function>

  <!-- What an entry says beyond its names, its years, its notes and its numbers. -->
  <xsl:function name="f:facts" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
      $entry/(* except (persName | placeName | orgName | note | idno | location[f:is-spot(.)] | (birth | death)[not(*)]))
      [normalize-space()]"/>
  </xsl:function>

  <!-- Facts, each under the name of its element; what is more than data is shown as text, what has parts as facts again. -->
  <xsl:template name="part:facts" as="element(Q{}dl)?">
    <xsl:param name="facts" as="element()*"/>
    <xsl:if test="exists($facts)">
      <dl class="facts">
        <xsl:for-each select="$facts">
          <div>
            <dt><xsl:value-of select="f:capitalised(f:say-value('element', local-name()))"/></dt>
            <dd>
              <xsl:choose>
                <xsl:when test="f:is-data(.)"><xsl:value-of select="f:data(.)"/></xsl:when>
                <xsl:when test="text()[normalize-space()] or p or ab or list or self::p or self::ab">
                  <xsl:apply-templates mode="part:final">
                    <xsl:with-param name="identified" tunnel="yes" select="false()"/>
                  </xsl:apply-templates>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:call-template name="part:facts">
                    <xsl:with-param name="facts" select="*[normalize-space()]"/>
                  </xsl:call-template>
                </xsl:otherwise>
              </xsl:choose>
            </dd>
          </div>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

  <!-- Whether something is made of parts without words between them, down to the last. -->
  <xsl:function name="f:is-data" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="empty($element/descendant-or-self::*[* and text()[normalize-space()]])
      and empty($element/descendant::*[self::p or self::ab or self::list or self::note])"/>
  </xsl:function>

  <!-- Such parts in a row; the parts of a name as in a name. -->
  <xsl:function name="f:data" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if (exists($element/text()[normalize-space()]) or empty($element/*)) then f:plain($element)
      else string-join($element//text()[normalize-space()] ! normalize-space(),
        if ($element[self::persName or self::placeName or self::orgName]) then ' ' else ', ')"/>
  </xsl:function>

  <xsl:function name="f:life" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="begun" as="xs:string?" select="($entry/birth[1] ! f:when(.), $entry/@from ! f:say-date(.))[. ne ''][1]"/>
    <xsl:variable name="ended" as="xs:string?" select="($entry/death[1] ! f:when(.), $entry/@to ! f:say-date(.))[. ne ''][1]"/>
    <xsl:sequence select="
      if (exists($begun) and exists($ended)) then $begun || ' – ' || $ended
      else if (exists($begun)) then f:say(if ($entry/self::person) then 'register-born' else 'register-from', map { 'date': $begun })
      else if (exists($ended)) then f:say(if ($entry/self::person) then 'register-died' else 'register-until', map { 'date': $ended })
      else ''"/>
  </xsl:function>

  <!-- A date as said, or the limits between which it lies. -->
  <xsl:function name="f:when" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="string((f:date-in-words(($date[not(*)], $date/date[1])[1]), f:date-said($date))[1])"/>
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
