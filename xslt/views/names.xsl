<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:names">

  <!--
    Persons, places and organisations of the whole edition, each with every place where a document names it;
    in a long edition each on a page of its own.
  -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="entries" as="map(*)+" select="$listing?entries"/>
    <xsl:variable name="of-all" as="xs:string" select="f:say('page-names')"/>
    <xsl:variable name="title" as="xs:string" select="if ($listing?single) then $entries[1]?name else $of-all"/>
    <xsl:call-template name="part:edition-page">
      <xsl:with-param name="view" select="'names'"/>
      <xsl:with-param name="root" select="$listing?root"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="main" as="element(Q{}main)">
        <main class="names" id="main">
          <xsl:if test="$listing?single">
            <p class="up"><a href="../names.html"><xsl:value-of select="$of-all"/></a></p>
          </xsl:if>
          <h1><xsl:value-of select="$title"/></h1>
          <xsl:call-template name="part:parts"/>
          <xsl:choose>
            <xsl:when test="$listing?single">
              <section class="register" aria-label="{$title}">
                <ul><xsl:sequence select="f:named-entry($entries)"/></ul>
              </section>
            </xsl:when>
            <xsl:otherwise>
              <xsl:for-each-group select="$entries" group-by="?list">
                <section class="register" aria-labelledby="list-{position()}">
                  <h2 id="list-{position()}"><xsl:value-of select="current-grouping-key()"/></h2>
                  <ul>
                    <xsl:choose>
                      <xsl:when test="?href ne ''">
                        <xsl:attribute name="class" select="'group-list'"/>
                        <xsl:for-each select="current-group()">
                          <li id="{f:fragment(?id)}">
                            <a href="{$listing?root}{?href}"><xsl:value-of select="?name"/></a>
                            <xsl:text> </xsl:text>
                            <span class="counts"><xsl:value-of select="f:say-count('documents-count', xs:integer(?count))"/></span>
                          </li>
                        </xsl:for-each>
                      </xsl:when>
                      <xsl:otherwise><xsl:sequence select="current-group() ! f:named-entry(.)"/></xsl:otherwise>
                    </xsl:choose>
                  </ul>
                </section>
              </xsl:for-each-group>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="part:parts"/>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- An entry with all that names it. -->
  <xsl:function name="f:named-entry" as="element(Q{}li)">
    <xsl:param name="entry" as="map(*)"/>
    <xsl:for-each select="parse-xml($entry?tei)/*/*">
      <xsl:call-template name="part:register-entry">
        <xsl:with-param name="id" as="attribute(id)"><xsl:attribute name="id" select="f:fragment($entry?id)"/></xsl:with-param>
        <xsl:with-param name="mentions" as="element(Q{}ul)?">
          <xsl:if test="exists($entry?mentions)">
            <ul class="mentions"><xsl:sequence select="$entry?mentions ! f:mention(.)"/></ul>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:function>

  <!-- Where one document names an entry: as sender or recipient, and in its text, each as the document has it. -->
  <xsl:function name="f:mention" as="element(Q{}li)">
    <xsl:param name="mention" as="map(*)"/>
    <xsl:variable name="document" as="map(*)" select="$mention?document"/>
    <li>
      <a href="{$listing?root}{$document?name}/index.html" lang="{$document?language}"><xsl:value-of select="$document?title"/></a>
      <xsl:value-of select="string-join(($document?date[. ne ''], $mention?roles) ! (', ' || .))"/>
      <xsl:for-each select="$mention?passages">
        <xsl:value-of select="if (position() eq 1) then ': ' else ', '"/>
        <a class="mention" href="{$listing?root}{?href}" lang="{?language}"><xsl:value-of select="?words"/></a>
      </xsl:for-each>
    </li>
  </xsl:function>

</xsl:transform>
