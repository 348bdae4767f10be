using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EffectiveSchool.Data.Migrations
{
    /// <inheritdoc />
    public partial class ListBases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "lists",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.AddColumn<bool>(
                name: "judged",
                table: "list_schools",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<List<string>>(
                name: "low_in_year",
                table: "list_schools",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<List<string>>(
                name: "low_in_year_before",
                table: "list_schools",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "list_schools",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "without_data",
                table: "list_schools",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "list_bases",
                columns: table => new
                {
                    list_id = table.Column<int>(type: "integer", nullable: false),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    methodology = table.Column<string>(type: "jsonb", nullable: false),
                    procedures = table.Column<List<string>>(type: "text[]", nullable: false),
                    not_held = table.Column<string>(type: "jsonb", nullable: false),
                    gaps = table.Column<string>(type: "jsonb", nullable: false),
                    has_year_before = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_list_bases", x => x.list_id);
                    table.ForeignKey(
                        name: "fk_list_bases_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Lists of earlier versions: what the verdicts and the methodology tell.
            migrationBuilder.Sql(
                """
                update list_schools set
                  low_in_year = array(select jsonb_array_elements_text(verdict -> 'LowInYear')),
                  low_in_year_before = array(select jsonb_array_elements_text(verdict -> 'LowInYearBefore')),
                  judged = verdict -> 'NotJudged' is null,
                  search_text = replace(upper(concat_ws(' ', name, code, municipality)), 'Ё', 'Е');
                insert into list_bases (list_id, region_id, methodology, procedures, not_held, gaps, has_year_before)
                select l.id, l.region_id, m.definition, array(select jsonb_array_elements_text(m.definition -> 'Procedures')), '[]', '[]', true
                from lists l join methodologies m on m.id = l.methodology_id;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "list_bases");

            migrationBuilder.DropColumn(
                name: "xmin",
                table: "lists");

            migrationBuilder.DropColumn(
                name: "judged",
                table: "list_schools");

            migrationBuilder.DropColumn(
                name: "low_in_year",
                table: "list_schools");

            migrationBuilder.DropColumn(
                name: "low_in_year_before",
                table: "list_schools");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "list_schools");

            migrationBuilder.DropColumn(
                name: "without_data",
                table: "list_schools");
        }
    }
}
