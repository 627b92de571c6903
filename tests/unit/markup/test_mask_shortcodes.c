/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/mask_support.h"

static void hugo(void **state) {
    static const mask_case cases[] = {
        {"{{< note >}}\nKept *prose*.\n{{< /note >}}\n",
         "            \nKept *prose*.\n             \n",
         "S[{{< note >}}]S[{{< /note >}}]"},
        {"{{% tip \"a >}} b\" %}} c\n", NULL, "S[{{% tip \"a >}} b\" %}}]"},
        {"{{< a \"b >}} c\" >}} d\n", NULL, "S[{{< a \"b >}} c\" >}}]"},
        {"{{< a `b >}}\n\nc` >}} d\n", NULL, "S[{{< a `b >}}\n\nc` >}}]"},
        {"{{< a 5\" >}} and {{< b \"c\" >}}\n", NULL,
         "S[{{< a 5\" >}}]S[{{< b \"c\" >}}]"},
        {"{{< a\n  b=\"c\"\n>}}\n", "     \n       \n   \n", "S[{{< a\n  b=\"c\"\n>}}]"},
        {"{{/* a note */}} b\n", NULL, "C[{{/* a note */}}]"},
        {"{{</* shown */>}} b\n", NULL, "S[{{</* shown */>}}]"},
        {"{{< never closed\n", NULL, ""},
        {"{{% never closed\n", NULL, ""},
        {"{{/* never closed\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

static void regions(void **state) {
    static const mask_case cases[] = {
        {"A {{< highlight go >}}\nx := {{ y }}\n{{< /highlight >}} b\n",
         "A xxxxxxxxxxxxxxxxxxxx\n            \nxxxxxxxxxxxxxxxxxx b\n",
         "K![{{< highlight go >}}\nx := {{ y }}\n{{< /highlight >}}]"},
        {"{{<mermaid>}}\na-->b\n{{</mermaid>}}\n", NULL,
         "K![{{<mermaid>}}\na-->b\n{{</mermaid>}}]"},
        {"{{% math %}}x{{% /math %}}\n", NULL, "K![{{% math %}}x{{% /math %}}]"},
        {"{{< chart a >}}\nKept.\n", NULL, "S[{{< chart a >}}]"},
        {"{{< chart a />}}\nKept.\n\n{{< chart >}}1{{< /chart >}}\n", NULL,
         "S[{{< chart a />}}]K![{{< chart >}}1{{< /chart >}}]"},
        {"{{< chart a >}}\nKept.\n\n{{< chart >}}1{{< /chart >}}\n", NULL,
         "S[{{< chart a >}}]K![{{< chart >}}1{{< /chart >}}]"},
        {"{{< code-toggle >}}1{{</ code-toggle >}}\n", NULL,
         "K![{{< code-toggle >}}1{{</ code-toggle >}}]"},
        {"{{< math >}}x{{< /katex >}}\n", NULL, "S[{{< math >}}]S[{{< /katex >}}]"},
        {"{{< mathx >}}x{{< /mathx >}}\n", NULL, "S[{{< mathx >}}]S[{{< /mathx >}}]"},
        {"{% highlight c %}\nint x;\n{% endhighlight %}\n", NULL,
         "K![{% highlight c %}\nint x;\n{% endhighlight %}]"},
        {"{%- comment -%}a{%- endcomment -%} b\n", NULL,
         "C![{%- comment -%}a{%- endcomment -%}]"},
        {"{% mermaid %}a{% endmermaid %}\n", NULL, "K![{% mermaid %}a{% endmermaid %}]"},
        {"{% comment %}a{% endhighlight %}\n", NULL,
         "S[{% comment %}]S[{% endhighlight %}]"},
        {"{% raw %}Kept.{% endraw %}\n", NULL, "S[{% raw %}]S[{% endraw %}]"},
    };
    MASK_CHECK(cases, false);
}

static void pictures(void **state) {
    static const mask_case cases[] = {
        {"Go :tada: now.\n", "Go xxxxxx now.\n", "S[:tada:]"},
        {"# :octicons-heart-16: Love\n", NULL, "S[:octicons-heart-16:]"},
        {"(:+1:) **:smile:**\n", NULL, "S[:+1:]S[:smile:]"},
        {"| a |\n|:---:|\n| :-: |\n", NULL, ""},
        {"At 10:30:45, a:b:c, http://a:b:c and Cap:tain:\n", NULL, ""},
        {"A ratio : of : and :Big: and ::a: and :a\n", NULL, ""},
        {"`:tada:` \\:tada:\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

static void liquid(void **state) {
    static const mask_case cases[] = {
        {"Hello {{ page.name | upcase }}!\n", NULL, "S[{{ page.name | upcase }}]"},
        {"{% include a.html b=\"c %} d\" %} e\n", NULL,
         "S[{% include a.html b=\"c %} d\" %}]"},
        {"{% if a %}Kept.{% endif %}\n", NULL, "S[{% if a %}]S[{% endif %}]"},
        {"<a href=\"{{ b }}\">c</a>\n", "<a href=\"xxxxxxx\">c</a>\n", "S[{{ b }}]"},
        {"{# a note #} b\n", NULL, "C[{# a note #}]"},
        {"{{ never\n\nclosed }}\n", NULL, ""},
        {"{{ never {{ a\n\nThen {{ b }}\n", NULL, "S[{{ b }}]"},
        {"{% never closed\n", NULL, ""},
        {"{# never closed\n", NULL, ""},
        {"Between { braces } and {a}.\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hugo),
        cmocka_unit_test(regions),
        cmocka_unit_test(pictures),
        cmocka_unit_test(liquid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
