<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all"
  default-mode="view:names">

  <!--
    Persons, places and organisations of the whole edition, each with every place where a document names it;
    from a teiCorpus in the edition's order. Where no document has a register there is no such page.
  -->
  <xsl:template match="/" as="element(Q{}html)?">
    <xsl:variable name="lists" as="element()*" select="f:register-lists(/)[* except head]"/>
    <xsl:if test="exists($lists)">
      <xsl:call-template name="part:edition-page">
        <xsl:with-param name="view" select="'names'"/>
        <xsl:with-param name="title" select="f:register-title($lists)"/>
        <xsl:with-param name="main" as="element(Q{}main)">
          <main class="names" id="main">
            <h1><xsl:value-of select="f:register-title($lists)"/></h1>
            <xsl:variable name="documents" as="element()*" select="teiCorpus/(TEI | teiCorpus)"/>
            <xsl:for-each-group select="$lists" group-by="f:list-name(.)">
              <section class="register">
                <h2><xsl:value-of select="current-grouping-key()"/></h2>
                <ul>
                  <xsl:for-each-group select="current-group()/(* except head)" group-by="f:entity(.)">
                    <xsl:sort select="lower-case(f:plain(f:label-of(.)))"/>
                    <xsl:variable name="entries" as="element()+" select="current-group()"/>
                    <xsl:variable name="mentions" as="element(Q{}li)*">
                      <xsl:for-each select="$documents">
                        <xsl:call-template name="part:mentions">
                          <xsl:with-param name="entries" select="$entries[ancestor::* intersect current()]"/>
                          <xsl:with-param name="name" select="f:document-name(.)"/>
                        </xsl:call-template>
                      </xsl:for-each>
                    </xsl:variable>
                    <xsl:call-template name="part:register-entry">
                      <xsl:with-param name="id" as="attribute(id)"><xsl:attribute name="id" select="current-grouping-key()"/></xsl:with-param>
                      <xsl:with-param name="mentions" as="element(Q{}ul)?">
                        <xsl:if test="exists($mentions)"><ul class="mentions"><xsl:sequence select="$mentions"/></ul></xsl:if>
                      </xsl:with-param>
                    </xsl:call-template>
                  </xsl:for-each-group>
                </ul>
              </section>
            </xsl:for-each-group>
          </main>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:key name="naming" match="*[@ref]" use="tokenize(@ref)"/>

  <!-- Where one document names an entry: as sender or recipient, and in its text, each as the document has it. -->
  <xsl:template name="part:mentions" as="element(Q{}li)?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="document" as="element()" select="."/>
    <xsl:variable name="naming" as="element()*" select="
      ($entries/@xml:id ! key('naming', '#' || ., $document)) | ()"/>
    <xsl:variable name="roles" as="xs:string*" select="distinct-values($naming[parent::correspAction] ! f:role(.))"/>
    <xsl:variable name="passages" as="element()*" select="$naming[ancestor::text or ancestor::sourceDoc]"/>
    <xsl:if test="exists($roles) or exists($passages)">
      <li>
        <a href="{$name}/index.html" lang="{f:language(.)}"><xsl:value-of select="f:title(.)"/></a>
        <xsl:value-of select="string-join((f:date(.) ! (', ' || .), $roles ! (', ' || .)))"/>
        <xsl:if test="exists($passages)">
          <xsl:text>: </xsl:text>
          <xsl:for-each select="$passages">
            <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
            <a class="mention" href="{f:passage(., $name)}" lang="{f:language(.)}">
              <xsl:value-of select="(f:plain(.)[. ne ''], '…')[1]"/>
            </a>
          </xsl:for-each>
        </xsl:if>
      </li>
    </xsl:if>
  </xsl:template>

  <!-- Who somebody was to a letter, or what a place was to it. -->
  <xsl:function name="f:role" as="xs:string?">
    <xsl:param name="naming" as="element()"/>
    <xsl:variable name="act" as="xs:string" select="string($naming/../@type)"/>
    <xsl:sequence select="
      if ($naming/self::placeName) then
        (if ($act = ('sent', 'composed')) then f:say('role-written-there') else if ($act = 'received') then f:say('role-received-there') else ())
      else if ($act eq 'sent') then f:say('role-sender') else if ($act eq 'received') then f:say('role-recipient')
      else if ($act = ('composed', 'published')) then f:say('role-writer') else if ($act eq 'addressed') then f:say('role-addressee') else ()"/>
  </xsl:function>

  <!-- The passage round a name: in the reading view, or in the diplomatic one what the writer struck out. -->
  <xsl:function name="f:passage" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="block" as="element()?" select="
      ($mention/ancestor::*[@xml:id][self::p or self::ab or self::lg or self::head or self::list or self::item or self::table
        or self::opener or self::closer or self::salute or self::signed or self::dateline or self::postscript or self::div])[last()]"/>
    <xsl:variable name="file" as="xs:string" select="if ($mention/ancestor::del) then 'diplomatic.html' else 'index.html'"/>
    <xsl:sequence select="$name || '/' || $file || ($block/@xml:id ! ('#' || f:fragment(.)))"/>
  </xsl:function>

  <!-- What an entry of several documents has in common: its id in the edition's registers, or an authority's number, or its name. -->
  <xsl:function name="f:entity" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="prefix" as="xs:string*" select="$entry/ancestor::TEI[1]/@xml:id ! (. || '.')"/>
    <xsl:variable name="own" as="xs:string*" select="$entry/@xml:id[starts-with(., $prefix)] ! substring-after(., $prefix)"/>
    <xsl:variable name="known" as="xs:string" select="
      ($own, $entry/idno[1]/normalize-space(), f:plain(f:label-of($entry)))[. ne ''][1]"/>
    <xsl:sequence select="
      if (exists($own)) then $own[1] else local-name($entry) || '-' || replace($known, '[^\p{L}\p{N}._-]+', '-')"/>
  </xsl:function>

  <xsl:function name="f:register-title" as="xs:string">
    <xsl:param name="lists" as="element()*"/>
    <xsl:sequence select="
      if (every $list in $lists satisfies $list[self::listPerson or self::listPlace or self::listOrg])
      then f:say('register-persons') else f:say('register-things')"/>
  </xsl:function>

</xsl:transform>
