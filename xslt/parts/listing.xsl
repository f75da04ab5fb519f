<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Lists of documents, from the Listing of src/model/listing.ts: one pattern for all that they can have in common. -->

  <!-- A page of groups: all of them, or one on a page of its own. -->
  <xsl:template name="part:listing-page" as="element(Q{}html)">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:param name="view" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <!-- What the group without a label is called. -->
    <xsl:param name="unknown" as="xs:string" select="''"/>
    <xsl:param name="before" as="element()*" select="()"/>
    <xsl:variable name="groups" as="map(*)*" select="$listing?groups"/>
    <xsl:variable name="label" as="xs:string?" select="if ($listing?single) then f:group-label($groups[1], $unknown) else ()"/>
    <xsl:call-template name="part:edition-page">
      <xsl:with-param name="view" select="$view"/>
      <xsl:with-param name="root" select="$listing?root"/>
      <xsl:with-param name="title" select="($label, $title)[1]"/>
      <xsl:with-param name="main" as="element(Q{}main)">
        <main class="listing {$view}" id="main">
          <xsl:if test="$listing?single">
            <p class="up"><a href="../{$view}.html"><xsl:value-of select="$title"/></a></p>
          </xsl:if>
          <h1><xsl:value-of select="($label, $title)[1]"/></h1>
          <xsl:sequence select="$before"/>
          <xsl:choose>
            <xsl:when test="$listing?single">
              <p class="lead"><xsl:value-of select="f:group-counts($groups[1])"/></p>
              <xsl:call-template name="part:parts"/>
              <section class="documents" aria-label="{$label}">
                <xsl:call-template name="part:short-table">
                  <xsl:with-param name="rows" select="$groups?documents"/>
                </xsl:call-template>
              </section>
              <xsl:call-template name="part:parts"/>
            </xsl:when>
            <xsl:when test="exists($groups[?href ne ''])">
              <xsl:call-template name="part:group-list">
                <xsl:with-param name="unknown" select="$unknown"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:for-each select="$groups">
                <section class="group documents" id="{f:fragment(?id)}" aria-labelledby="{f:fragment(?id)}-label">
                  <h2 id="{f:fragment(?id)}-label"><xsl:value-of select="f:group-label(., $unknown)"/></h2>
                  <p class="lead"><xsl:value-of select="f:group-counts(.)"/></p>
                  <xsl:call-template name="part:short-table">
                    <xsl:with-param name="rows" select="?documents"/>
                  </xsl:call-template>
                </section>
              </xsl:for-each>
            </xsl:otherwise>
          </xsl:choose>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:group-label" as="xs:string">
    <xsl:param name="group" as="map(*)"/>
    <xsl:param name="unknown" as="xs:string"/>
    <xsl:sequence select="($group?label[. ne ''], $unknown)[1]"/>
  </xsl:function>

  <!-- “7 documents: 3 sent, 4 received”; where all are of one role, only which. -->
  <xsl:function name="f:group-counts" as="xs:string">
    <xsl:param name="group" as="map(*)"/>
    <xsl:variable name="counts" as="map(*)" select="$group?counts"/>
    <xsl:variable name="said" as="xs:string*" select="
      map:keys($role-counts)[map:contains($counts, .)] => sort((), function($role) { $role-counts($role)?place })
        => for-each(function($role) { f:say-count($role-counts($role)?key, xs:integer($counts($role))) })"/>
    <xsl:sequence select="string-join((f:say-count('documents-count', xs:integer($group?count)), string-join($said, ', ')[. ne '']), ': ')"/>
  </xsl:function>

  <!-- What documents are to what they have in common, and how many of them there are, in this order. -->
  <xsl:variable name="role-counts" as="map(*)" select="map {
    'sent': map { 'place': 1, 'key': 'count-sent' },
    'received': map { 'place': 2, 'key': 'count-received' },
    'draft': map { 'place': 3, 'key': 'count-draft' },
    'other': map { 'place': 4, 'key': 'count-other' },
    'written': map { 'place': 0, 'key': 'count-written' } }"/>

  <!-- Groups that have pages of their own. -->
  <xsl:template name="part:group-list" as="element(Q{}ul)">
    <xsl:param name="unknown" as="xs:string"/>
    <ul class="group-list">
      <xsl:for-each select="$listing?groups">
        <li id="{f:fragment(?id)}">
          <a href="{$listing?root}{?href}"><xsl:value-of select="f:group-label(., $unknown)"/></a>
          <xsl:text> </xsl:text>
          <span class="counts"><xsl:value-of select="f:group-counts(.)"/></span>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- The parts of a group that is too large for one page. -->
  <xsl:template name="part:parts" as="element(Q{}nav)?">
    <xsl:variable name="parts" as="map(*)*" select="$listing?parts"/>
    <xsl:if test="exists($parts)">
      <nav class="parts" aria-label="{f:say('parts')}">
        <ol>
          <xsl:for-each select="$parts">
            <li>
              <a href="{$listing?root}{?href}">
                <xsl:if test="?current"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                <xsl:value-of select="f:say('part', map { 'number': position() })"/>
              </a>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- A table of documents under a heading of their own: when, what, how it begins, between whom. -->
  <xsl:template name="part:short-table" as="element(Q{}table)">
    <xsl:param name="rows" as="map(*)*"/>
    <table class="short">
      <thead>
        <tr>
          <xsl:for-each select="'column-date', 'column-document', 'column-correspondents'">
            <th scope="col"><xsl:value-of select="f:say(.)"/></th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$rows">
          <tr>
            <xsl:sequence select="f:date-cell(.)"/>
            <th scope="row" class="title">
              <a href="{$listing?root}{?name}/index.html" lang="{?language}"><xsl:value-of select="?title"/></a>
              <!-- What it is about, or else how it begins. -->
              <span class="incipit">
                <xsl:value-of select="?kind"/>
                <xsl:if test="?kind ne '' and (?abstract || ?incipit) ne ''"> · </xsl:if>
                <xsl:choose>
                  <xsl:when test="?abstract ne ''"><span lang="{$edition-language}"><xsl:value-of select="f:shortened(?abstract)"/></span></xsl:when>
                  <xsl:when test="?incipit ne ''"><span lang="{?language}"><xsl:value-of select="?incipit"/></span></xsl:when>
                </xsl:choose>
              </span>
            </th>
            <xsl:sequence select="f:correspondents-cell(.)"/>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:function name="f:date-cell" as="element(Q{}td)">
    <xsl:param name="row" as="map(*)"/>
    <td class="date" data-label="{f:say('column-date')}">
      <xsl:value-of select="($row?date[. ne ''], f:say('undated'))[1]"/>
      <xsl:if test="$row?limits ne ''"><span class="limits"> (<xsl:value-of select="$row?limits"/>)</span></xsl:if>
    </td>
  </xsl:function>

  <xsl:function name="f:correspondents-cell" as="element(Q{}td)">
    <xsl:param name="row" as="map(*)"/>
    <td class="correspondents" data-label="{f:say('column-correspondents')}">
      <xsl:value-of select="string-join(($row?from[. ne ''], $row?to[. ne ''] ! ('→ ' || .)), ' ')"/>
    </td>
  </xsl:function>

  <!-- The table of all documents of an edition. -->
  <xsl:template name="part:document-table" as="element(Q{}table)">
    <xsl:param name="rows" as="map(*)*"/>
    <table>
      <thead>
        <tr>
          <xsl:for-each select="'column-date', 'column-document', 'column-kind', 'column-correspondents', 'column-changes', 'column-views'">
            <th scope="col"><xsl:value-of select="f:say(.)"/></th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$rows">
          <xsl:variable name="place" as="xs:string" select="$listing?root || ?name"/>
          <xsl:variable name="of" as="map(*)" select="map { 'title': ?title }"/>
          <tr>
            <xsl:sequence select="f:date-cell(.)"/>
            <th scope="row" class="title"><a href="{$place}/index.html" lang="{?language}"><xsl:value-of select="?title"/></a>
              <xsl:if test="?abstract ne ''"><p class="summary" lang="{$edition-language}"><xsl:value-of select="f:shortened(?abstract)"/></p></xsl:if>
            </th>
            <td class="kind" data-label="{f:say('column-kind')}"><xsl:value-of select="?kind"/></td>
            <xsl:sequence select="f:correspondents-cell(.)"/>
            <td class="count" data-label="{f:say('column-changes')}"><xsl:value-of select="xs:integer(?changes)"/></td>
            <td class="links" data-label="{f:say('column-views')}">
              <a href="{$place}/index.html" aria-label="{f:say('reading-view-of', $of)}"><xsl:value-of select="f:say('reading-word')"/></a>
              <xsl:text> </xsl:text>
              <a href="{$place}/diplomatic.html" aria-label="{f:say('diplomatic-view-of', $of)}"><xsl:value-of select="f:say('diplomatic-word')"/></a>
              <xsl:text> </xsl:text>
              <a href="{$place}/genetic.html" aria-label="{f:say('genetic-view-of', $of)}"><xsl:value-of select="f:say('genetic-word')"/></a>
              <xsl:text> </xsl:text>
              <a href="{$listing?root}tei/{?name}.xml" type="application/tei+xml" aria-label="{f:say('tei-of', $of)}">TEI</a>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

</xsl:transform>
