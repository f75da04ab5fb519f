<?xml version="1.0" encoding="UTF-8"?>
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:view="urn:x-stet:view" xmlns:part="urn:x-stet:part" xmlns:f="urn:x-stet:function"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- How something looks and where it stands, in the words that the styles know, whatever the house calls it. -->

  <xsl:variable name="part:looks" as="map(xs:string, xs:string)" select="map {
    'b': 'bold', 'strong': 'bold', 'i': 'italic', 'it': 'italic', 'ital': 'italic', 'cursive': 'italic', 'kursiv': 'italic',
    'u': 'underline', 'ul': 'underline', 'underlined': 'underline', 'underscore': 'underline',
    'doubleunderline': 'double-underline', 'double_underline': 'double-underline', 'underline-double': 'double-underline',
    'sup': 'superscript', 'super': 'superscript', 'sub': 'subscript',
    'sc': 'small-caps', 'smallcaps': 'small-caps', 'smallcap': 'small-caps', 'small_caps': 'small-caps',
    'caps': 'capitals', 'allcaps': 'capitals', 'uppercase': 'capitals',
    'gesperrt': 'spaced', 'spaced-out': 'spaced', 'letterspaced': 'spaced', 'letter-spaced': 'spaced', 'spaced_out': 'spaced',
    'latintype': 'latin-script', 'antiqua': 'latin-script', 'latin': 'latin-script',
    'overwrite': 'overwritten', 'overtyped': 'overwritten', 'overlaid': 'overwritten',
    'erasure': 'erased', 'whiteout': 'erased', 'centre': 'center', 'centered': 'center', 'centred': 'center' }"/>

  <xsl:variable name="part:places" as="map(xs:string, xs:string)" select="map {
    'supralinear': 'above', 'superlinear': 'above', 'interlinear': 'above', 'infralinear': 'below', 'sublinear': 'below',
    'intralinear': 'inline', 'over': 'superimposed', 'overwritten': 'superimposed', 'overlaid': 'superimposed',
    'marginleft': 'margin left', 'margin-left': 'margin left', 'left-margin': 'margin left', 'leftmargin': 'margin left',
    'marginright': 'margin right', 'margin-right': 'margin right', 'right-margin': 'margin right',
    'rightmargin': 'margin right', 'margintop': 'margin top', 'margin-top': 'margin top',
    'marginbottom': 'margin bottom', 'margin-bottom': 'margin bottom' }"/>

  <!-- By rend; by rendition, which names a declaration of the header or a house's own word; by style. -->
  <xsl:function name="f:rend" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="
      tokenize($element/@rend) ! replace(., '^#', ''), tokenize($element/@rendition) ! replace(., '^[^#]*#', '')"/>
    <xsl:variable name="declared" as="xs:string*" select="
      f:pointed($element/@rendition)[self::rendition]/string(), $element/@style/string()"/>
    <xsl:sequence select="
      string-join(($words ! ($part:looks(lower-case(.)), .)[1], $declared ! f:looks-of(.)), ' ')[. ne '']"/>
  </xsl:function>

  <!-- What a declaration in CSS comes to. -->
  <xsl:function name="f:looks-of" as="xs:string*">
    <xsl:param name="css" as="xs:string"/>
    <xsl:sequence select="
      'italic'[matches($css, 'italic|oblique')], 'bold'[matches($css, 'font-weight:\s*(bold|[6-9]00)')],
      'underline'[matches($css, 'underline')], 'small-caps'[matches($css, 'small-caps')],
      'superscript'[matches($css, 'vertical-align:\s*super')], 'subscript'[matches($css, 'vertical-align:\s*sub(\s|;|$)')],
      'spaced'[matches($css, 'letter-spacing')], 'center'[matches($css, 'text-align:\s*center')]"/>
  </xsl:function>

  <xsl:function name="f:place" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@place/($part:places(lower-case(replace(., '^#', ''))), string(.))[1]"/>
  </xsl:function>

</xsl:transform>
