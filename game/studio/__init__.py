"""The author's studio: a page in a browser, from this computer only, that writes, plays, draws and proves a scenario.

The YAML file stays the truth. The server owns each open file (`sheets`), changes it as the editor and the form say
(`buffer`, `edits`), saves it (`keeping`), and tells every tab what it holds (`view`).
"""
