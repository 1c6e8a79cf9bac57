"""On which site: rules that say where a site prints a field, as data, one TOML file named after the host.

    # sites/example-review.com.toml
    host = "example-review.com"
    [ratings]
    xpath = "//span[@class='verdict']"
    best = 10

The text a rule finds goes through the same parser as everywhere; a field that a rule misses is found the generic way.
"""

from __future__ import annotations

from reviewparse.sites.rules import SiteRule, facts_of_rules, load_site_rule, rules_for

__all__ = ["SiteRule", "facts_of_rules", "load_site_rule", "rules_for"]
