<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Where the words of a document stand: in a text, in the transcription of its pages, in several documents of a corpus. -->

  <!-- What the page is about: a document, or a corpus of several. -->
  <xsl:function name="f:about" as="element()">
    <xsl:param name="of" as="node()"/>
    <xsl:variable name="root" as="element()" select="($of/self::*, $of/*)[1]"/>
    <xsl:sequence select="
      if ($root/self::TEI or $root/self::teiCorpus) then $root
      else error(QName('urn:x-stet:problem', 'page-failed'),
        'its outermost element is ' || name($root) || (namespace-uri($root)[. ne ''] ! (' of the namespace ' || .))
        || ', not TEI of the namespace http://www.tei-c.org/ns/1.0')"/>
  </xsl:function>

  <!-- The documents and corpora of which a corpus consists, at whatever depth, and it itself. -->
  <xsl:function name="f:members" as="element()+">
    <xsl:param name="of" as="element()"/>
    <xsl:sequence select="$of, $of/(TEI | teiCorpus) ! f:members(.)"/>
  </xsl:function>

  <!-- The outermost elements that hold words of the source: a text, a transcription of pages, seldom a facsimile; or what nobody knows. -->
  <xsl:function name="f:written" as="element()*">
    <xsl:param name="of" as="node()"/>
    <xsl:sequence select="
      f:members(f:about($of))/(* except (teiHeader | standOff | xenoData | TEI | teiCorpus | facsimile[not(.//text()[normalize-space()][not(ancestor::label or ancestor::desc or ancestor::figDesc)])]))"/>
  </xsl:function>

  <!-- What a view shows, in order. Of a corpus, its documents; of a document's text, what its body holds. -->
  <xsl:function name="f:shown" as="node()*">
    <xsl:param name="of" as="node()"/>
    <xsl:variable name="members" as="element()*" select="f:members(f:about($of))[self::TEI][exists(f:contents(.))]"/>
    <xsl:sequence select="if (count($members) gt 1) then $members else $members ! f:contents(.)"/>
  </xsl:function>

  <xsl:function name="f:contents" as="node()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:for-each select="f:written($document)[parent::* is $document]">
      <xsl:sequence select="
        if (self::text) then node()[self::* or normalize-space()] ! (if (self::body) then node() else .) else ."/>
    </xsl:for-each>
  </xsl:function>

  <!-- One of several documents. -->
  <xsl:template match="TEI" mode="part:final part:standing part:first part:numbered" as="element(Q{}div)">
    <div class="member">
      <xsl:call-template name="part:described"/>
      <h2 class="member-title"><xsl:value-of select="f:title(.)"/></h2>
      <xsl:apply-templates select="f:contents(.)" mode="#current">
        <xsl:with-param name="depth" tunnel="yes" select="2"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- Texts within texts, and what stands before, in and after them. -->
  <xsl:template match="text | body | group | floatingText" mode="part:final part:standing part:first part:numbered" as="element(Q{}div)">
    <div class="{local-name()}"><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></div>
  </xsl:template>

</xsl:transform>
