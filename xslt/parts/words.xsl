<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What other houses mark within a line: sentences and words, parts of names and titles, technical terms. -->

  <xsl:template match="s | w | pc | c | m | phr | cl | g | rhyme | said | distinct | gloss | measure | measureGrp | email | ident
    | gi | att | val | tag | code | forename | surname | addName | genName | nameLink | roleName | role | roleDesc | actor
    | settlement | country | region | district | bloc | geogName | geogFeat | location | geo | objectName | eventName
    | idno | author | editor | publisher | pubPlace | biblScope | citedRange | edition | series | locus | material | dim
    | width | height | depth | origDate | origPlace | occupation | affiliation | listRef | msIdentifier | repository
    | institution | collection | orth | pron | form | gramGrp | gram | pos | gen | number | sense | def | usg | oRef | wit"
    mode="part:final part:standing part:first part:numbered" as="element(Q{}span)">
    <span class="{local-name()}"><xsl:call-template name="part:described"/><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <!-- A title of a work in full; one to a line where it does not stand in a sentence. -->
  <xsl:template match="bibl | biblStruct | biblFull" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:element name="{if (f:stands-in-line(.)) then 'span' else 'p'}" namespace="">
      <xsl:attribute name="class" select="'bibl'"/>
      <xsl:call-template name="part:described"/>
      <xsl:choose>
        <!-- Parts without words between them would run together. -->
        <xsl:when test="f:is-data(.)"><xsl:value-of select="f:data(.)"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="#current"/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- Code, and examples of mark-up, sign for sign. -->
  <xsl:template match="eg | Q{http://www.tei-c.org/ns/Examples}egXML" mode="part:final part:standing part:first part:numbered" as="element()">
    <xsl:element name="{if (f:stands-in-line(.)) then 'code' else 'pre'}" namespace="">
      <xsl:attribute name="class" select="'example'"/>
      <xsl:call-template name="part:described"/>
      <xsl:value-of select="
        if (self::eg or empty(*)) then string(.)
        else fold-left(1 to 4, serialize(node()), function($code, $n) {
          replace($code, '(&lt;[^&lt;&gt;]*) xmlns(:[A-Za-z0-9_.-]+)?=&quot;[^&quot;]*&quot;', '$1') })"/>
    </xsl:element>
  </xsl:template>

  <!-- What only points, and has no place of its own on the page. -->
  <xsl:template match="alt | altGrp | join | joinGrp | link | linkGrp | listTranspose | transpose | certainty | precision | index | divGen"
    mode="part:final part:standing part:first part:numbered" as="empty-sequence()"/>

</xsl:transform>
